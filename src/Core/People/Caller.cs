using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Tutor.People;

/// <summary>Who asks.</summary>
public sealed record Caller(Guid Id, bool IsInstructor, bool IsAdmin)
{
    /// <summary>The claim that names the sign-in a token or cookie belongs to.</summary>
    public const string SessionClaim = "session";

    /// <summary>The claim that holds what the person is called.</summary>
    public const string NameClaim = "name";

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint or page must demand it.</exception>
    public static Caller Of(ClaimsPrincipal principal) => new(
        Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."), CultureInfo.InvariantCulture),
        principal.IsInRole(Roles.Instructor),
        principal.IsInRole(Roles.Admin));

    /// <summary>Lets a handler take the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http) => new(http.User.Identity?.IsAuthenticated == true ? Of(http.User) : null);
}
