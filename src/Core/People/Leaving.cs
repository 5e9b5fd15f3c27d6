using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Memory;

namespace Tutor.People;

/// <summary>
/// Deletes an account with everything that is the person's: sign-ins, enrolments, quizzes and attempts, mastery, places, doubts. What they made for
/// others (courses, decisions, revisions) stays, without their name.
/// </summary>
public sealed class Leaving(TutorDb db, UserManager<User> users, SignInManager<User> signIn, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Done>> LeaveAsync(Guid userId, string? password, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException($"There is nobody {userId}.");
        if (await WrongAsync(user, password) is { } wrong) return wrong;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Of two who leave at the same moment the second sees that the first is gone.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('leaving', 0))", ct);
        if (await NeededAsync(userId, ct) is { } needed) return needed;
        await ForgetAsync(userId, ct);
        await db.Users.Where(u => u.Id == userId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Note(userId);
        return Done.It;
    }

    private async Task<Refusal?> WrongAsync(User user, string? password)
    {
        var result = await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        if (result.IsLockedOut) return PersonRefusals.TooManyWrong((user.LockoutEnd ?? clock.Now()) - clock.Now());
        if (result.Succeeded) return null;
        var inputs = new Inputs();
        inputs.Add("password", "This is not your password. Nothing was deleted.");
        return inputs.Refusal;
    }

    private async Task<Refusal?> NeededAsync(Guid userId, CancellationToken ct)
    {
        var alone = await db.CourseStaff.Where(s => s.UserId == userId && !db.CourseStaff.Any(o => o.CourseId == s.CourseId && o.UserId != userId))
            .Join(db.Courses, s => s.CourseId, c => c.Id, (s, c) => c.Title).Order().ToListAsync(ct);
        if (alone.Count > 0) return PersonRefusals.OnlyInstructorOf(alone);
        var admins = await db.UserRoles.Join(db.Roles.Where(r => r.Name == Roles.Admin), u => u.RoleId, r => r.Id, (u, r) => u.UserId).ToListAsync(ct);
        return admins is [var only] && only == userId ? PersonRefusals.OnlyAdmin : null;
    }

    // What refers to a person without belonging to them.
    private async Task ForgetAsync(Guid userId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"update decisions set decided_by_id = null where decided_by_id = {userId}", ct);
        await db.Database.ExecuteSqlAsync($"update revisions set author_id = null where author_id = {userId}", ct);
        await db.Database.ExecuteSqlAsync($"update publications set published_by_id = null where published_by_id = {userId}", ct);
        await db.Database.ExecuteSqlAsync($"update sources set uploaded_by_id = null where uploaded_by_id = {userId}", ct);
        await db.Database.ExecuteSqlAsync($"update generations set requested_by_id = null where requested_by_id = {userId}", ct);
        await db.Database.ExecuteSqlAsync($"update flags set closed_by_id = null where closed_by_id = {userId}", ct);
    }
}
