using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Courses.Joining;
using Tutor.Data;
using Tutor.Memory;

namespace Tutor.People;

/// <summary>Accounts and their roles.</summary>
public sealed class Accounts(TutorDb db, UserManager<User> users, Changes changes, TimeProvider clock)
{
    /// <summary>Registers a person. Everybody is a learner.</summary>
    public async Task<Outcome<User>> CreateAsync(string? email, string? password, string? name, CancellationToken ct)
    {
        var inputs = new Inputs();
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            Email = inputs.Email("email", email),
            Name = inputs.Text("name", name, "A name", max: 100),
            CreatedAt = clock.Now(),
        };
        user.UserName = user.Email;
        if (password is { Length: > 200 }) inputs.Add("password", "A password may have at most 200 characters.");
        else
            foreach (var validator in users.PasswordValidators)
                foreach (var error in (await validator.ValidateAsync(users, user, password)).Errors) inputs.Add("password", error.Description);
        if (inputs.Refusal is { } refusal) return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever registers the same address at the same moment waits, and then finds it taken.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({users.NormalizeEmail(user.Email)}, 0))", ct);
        var created = await users.CreateAsync(user, password!);
        if (!created.Succeeded) return Explain(created);
        await users.AddToRoleAsync(user, Roles.Learner);
        await Inviting.RedeemAsync(db, user.NormalizedEmail!, user.Id, user.CreatedAt, ct);
        await transaction.CommitAsync(ct);
        return user;
    }

    /// <summary>Gives a person one more role; the sign-ins they have end, so that the next one carries it.</summary>
    public Task<Outcome<User>> GrantAsync(string? email, string? role, CancellationToken ct) => GrantAsync(email, role, null, ct);

    /// <param name="by">The admin who does it; null for the installation itself.</param>
    public async Task<Outcome<User>> GrantAsync(string? email, string? role, Guid? by, CancellationToken ct)
    {
        var inputs = new Inputs();
        var address = inputs.Email("email", email);
        if (!Roles.All.Contains(role)) inputs.Add("role", $"The role must be one of: {string.Join(", ", Roles.All)}.");
        if (inputs.Refusal is { } refusal) return refusal;
        if (await users.FindByEmailAsync(address) is not { } user) return PersonRefusals.NobodyWith(address);
        if (await users.IsInRoleAsync(user, role!)) return user;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await users.AddToRoleAsync(user, role!);
        db.Note(AuditKind.RoleGiven, by, role!, clock.Now(), person: user.Id);
        await users.UpdateSecurityStampAsync(user);
        await transaction.CommitAsync(ct);
        changes.Note(user.Id);
        return user;
    }

    /// <summary>Changes what a person is called.</summary>
    public async Task<Outcome<User>> RenameAsync(Guid userId, string? name, CancellationToken ct)
    {
        var inputs = new Inputs();
        var text = inputs.Text("name", name, "A name", max: 100);
        if (inputs.Refusal is { } refusal) return refusal;
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        user.Name = text;
        await db.SaveChangesAsync(ct);
        return user;
    }

    /// <summary>Takes a role away; the person's sign-ins end. Nobody takes their own.</summary>
    public Task<Outcome<User>> TakeAsync(Guid personId, string role, Caller caller, CancellationToken ct) => ChangeAsync(personId, caller, async (user, now) =>
    {
        if (role == Roles.Learner || !await users.IsInRoleAsync(user, role)) return;
        await users.RemoveFromRoleAsync(user, role);
        db.Note(AuditKind.RoleTaken, caller.Id, role, now, person: user.Id);
    }, ct);

    /// <summary>Closes an account: all its sign-ins end, and nobody signs in with it. What the person did is kept.</summary>
    public Task<Outcome<User>> CloseAsync(Guid personId, Caller caller, CancellationToken ct) => ChangeAsync(personId, caller, (user, now) =>
    {
        if (user.ClosedAt is not null) return Task.CompletedTask;
        user.ClosedAt = now;
        db.Note(AuditKind.AccountClosed, caller.Id, "", now, person: user.Id);
        return Task.CompletedTask;
    }, ct);

    public Task<Outcome<User>> ReopenAsync(Guid personId, Caller caller, CancellationToken ct) => ChangeAsync(personId, caller, (user, now) =>
    {
        if (user.ClosedAt is null) return Task.CompletedTask;
        user.ClosedAt = null;
        db.Note(AuditKind.AccountReopened, caller.Id, "", now, person: user.Id);
        return Task.CompletedTask;
    }, ct);

    private async Task<Outcome<User>> ChangeAsync(Guid personId, Caller caller, Func<User, DateTimeOffset, Task> change, CancellationToken ct)
    {
        if (!caller.IsAdmin) return PersonRefusals.AdminsOnly;
        if (personId == caller.Id) return PersonRefusals.Yourself;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await users.FindByIdAsync(personId.ToString()) is not { } user) return PersonRefusals.NoSuchPerson;
        await change(user, clock.Now());
        await users.UpdateSecurityStampAsync(user);
        await transaction.CommitAsync(ct);
        changes.Note(user.Id);
        return user;
    }

    private static Outcome<User> Explain(IdentityResult result)
    {
        if (result.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))) return PersonRefusals.EmailTaken;
        var inputs = new Inputs();
        foreach (var error in result.Errors) inputs.Add("email", error.Description);
        return inputs.Refusal!;
    }
}
