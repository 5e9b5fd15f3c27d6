using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Tutor.People;

/// <summary>
/// Long rather than odd (NIST SP 800-63B): no demands of capitals and signs, which people meet with "Password1!".
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public const int MinLength = 10;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var text = password ?? "";
        string? wrong = null;
        if (text.Length < MinLength) wrong = $"A password needs at least {MinLength} characters. Three or four words that only you would put together are good.";
        else if (text.Distinct().Count() < 5) wrong = "A password needs at least five different characters.";
        else if (Repeats(text, user.Email) || Repeats(text, user.Name)) wrong = "A password must not be your name or e-mail address.";
        return Task.FromResult(wrong is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "Password", Description = wrong }));
    }

    private static bool Repeats(string password, string? own) =>
        own is { Length: > 0 } && CultureInfo.InvariantCulture.CompareInfo.Compare(password.Trim(), own, CompareOptions.IgnoreCase) == 0;
}
