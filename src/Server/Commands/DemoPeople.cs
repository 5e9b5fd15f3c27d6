using Microsoft.AspNetCore.Identity;
using Tutor.People;

namespace Tutor.Commands;

/// <summary>Who the demo course is shown by and to. The password they are announced with is always the one they have.</summary>
internal sealed class DemoPeople(IServiceProvider services, string password)
{
    /// <summary>Makes who is missing; whoever is there gets the password, if it is another.</summary>
    public async Task<Outcome<DemoCast>> EnsureAsync(CancellationToken ct)
    {
        var instructor = await PersonAsync("instructor@demo.test", "Ida Instructor", Roles.Instructor, ct);
        if (instructor.Refusal is { } refusal) return refusal;
        var learner = await PersonAsync("learner@demo.test", "Leo Learner", Roles.Learner, ct);
        var admin = await PersonAsync("admin@demo.test", "Ada Admin", Roles.Admin, ct);
        return (learner.Refusal ?? admin.Refusal) is { } other ? other : new DemoCast(instructor.Value, learner.Value);
    }

    private async Task<Outcome<User>> PersonAsync(string email, string name, string role, CancellationToken ct)
    {
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var created = await accounts.CreateAsync(email, password, name, ct);
        if (created.Refusal == PersonRefusals.EmailTaken) await SetPasswordAsync(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), email);
        else if (created.Refusal is { } refusal) return refusal;
        return await accounts.GrantAsync(email, role, ct);
    }

    // The rules have been asked by then: an address is found taken after its password is found good.
    private async Task SetPasswordAsync(UserManager<User> users, string email)
    {
        if (await users.FindByEmailAsync(email) is not { } user || await users.CheckPasswordAsync(user, password)) return;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        var changed = await users.UpdateSecurityStampAsync(user); // Stores all of it, and ends the sign-ins with the old password.
        if (!changed.Succeeded) throw new InvalidOperationException($"The password of {email} was not stored: {string.Join(' ', changed.Errors.Select(e => e.Code))}.");
    }
}

internal sealed record DemoCast(User Instructor, User Learner);
