using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;

namespace Tutor.Courses.Joining;

/// <summary>What became of a place on a class list.</summary>
public enum InvitingOutcome
{
    Enrolled,
    AlreadyEnrolled,

    /// <summary>No account yet: enrolled when they register with the address.</summary>
    Invited,
    AlreadyInvited,

    /// <summary>Named further up in the same list.</summary>
    Repeated,
    NotAnAddress,
}

public sealed record InvitedPlace(ListedAddress Place, InvitingOutcome Outcome);

/// <summary>Enrols a class by its list, and keeps the place of those who have no account yet.</summary>
public sealed class Inviting(TutorDb db, TimeProvider clock)
{
    /// <summary>All of a list or nothing: doing it again changes nothing.</summary>
    public async Task<Outcome<IReadOnlyList<InvitedPlace>>> InviteAsync(Guid courseId, string? list, Guid userId, CancellationToken ct)
    {
        var inputs = new Inputs();
        var places = ClassList.Read(inputs.Text("people", list, "A list", max: ClassList.MaxCharacters));
        if (places.Count > ClassList.Most) inputs.Add("people", $"A list may have {ClassList.Most} places; this one has {places.Count}. Split it.");
        if (inputs.Refusal is { } refusal) return refusal;

        var addresses = places.Where(p => Inputs.IsEmail(p.Email)).Select(p => Normal(p.Email!)).Distinct().Order(StringComparer.Ordinal).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever registers one of them at this moment waits, and finds the invitation; in order, so that two lists do not wait for each other.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(a, 0)) from unnest({addresses}) a", ct);
        var known = await db.Users.Where(u => addresses.Contains(u.NormalizedEmail)).Select(u => new { u.NormalizedEmail, u.Id }).ToDictionaryAsync(u => u.NormalizedEmail!, u => u.Id, ct);
        var ids = known.Values.ToList();
        var enrolled = await db.Enrollments.Where(e => e.CourseId == courseId && ids.Contains(e.UserId)).Select(e => e.UserId).ToHashSetAsync(ct);
        var invited = await db.Invitations.Where(i => i.CourseId == courseId && addresses.Contains(i.NormalizedEmail)).Select(i => i.NormalizedEmail).ToHashSetAsync(ct);

        var (seen, now) = (new HashSet<string>(StringComparer.Ordinal), clock.Now());
        var outcomes = places.Select(p => new InvitedPlace(p, OutcomeOf(p))).ToList();
        foreach (var place in outcomes) Add(place);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcomes;

        InvitingOutcome OutcomeOf(ListedAddress place)
        {
            if (!Inputs.IsEmail(place.Email)) return InvitingOutcome.NotAnAddress;
            var address = Normal(place.Email!);
            if (!seen.Add(address)) return InvitingOutcome.Repeated;
            if (!known.TryGetValue(address, out var id)) return invited.Contains(address) ? InvitingOutcome.AlreadyInvited : InvitingOutcome.Invited;
            return enrolled.Contains(id) ? InvitingOutcome.AlreadyEnrolled : InvitingOutcome.Enrolled;
        }

        void Add(InvitedPlace place)
        {
            if (place.Outcome == InvitingOutcome.Enrolled)
            {
                var id = known[Normal(place.Place.Email!)];
                db.Enrollments.Add(new Enrollment { Id = Guid.CreateVersion7(), CourseId = courseId, UserId = id, CreatedAt = now });
                db.Note(AuditKind.Enrolled, userId, "by list", now, courseId, id);
            }
            if (place.Outcome != InvitingOutcome.Invited) return;
            db.Invitations.Add(new Invitation { Id = Guid.CreateVersion7(), CourseId = courseId, Email = place.Place.Email!, NormalizedEmail = Normal(place.Place.Email!), Name = place.Place.Name, InvitedById = userId, CreatedAt = now });
            db.Note(AuditKind.Invited, userId, "", now, courseId);
        }
    }

    /// <summary>Who has a place kept, oldest first.</summary>
    public Task<Outcome<Page<Invitation>>> ListAsync(Guid courseId, string? cursor, CancellationToken ct) =>
        db.Invitations.AsNoTracking().Where(i => i.CourseId == courseId).PageAsync(cursor, ct);

    public async Task WithdrawAsync(Guid courseId, Guid invitationId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Invitations.Where(i => i.CourseId == courseId && i.Id == invitationId).ExecuteDeleteAsync(ct) == 0) return;
        db.Note(AuditKind.InvitationWithdrawn, userId, "", clock.Now(), courseId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Turns the invitations of an address into enrolments, in the transaction in which its account is made.</summary>
    internal static async Task RedeemAsync(TutorDb db, string normalizedEmail, Guid userId, DateTimeOffset now, CancellationToken ct)
    {
        var invitations = await db.Invitations.Where(i => i.NormalizedEmail == normalizedEmail).OrderBy(i => i.CourseId).ToListAsync(ct);
        foreach (var invitation in invitations)
        {
            db.Enrollments.Add(new Enrollment { Id = Guid.CreateVersion7(), CourseId = invitation.CourseId, UserId = userId, CreatedAt = now });
            db.Note(AuditKind.Enrolled, invitation.InvitedById, "by invitation", now, invitation.CourseId, userId);
        }
        db.Invitations.RemoveRange(invitations);
        await db.SaveChangesAsync(ct);
    }

    private static string Normal(string email) => email.Trim().ToUpperInvariant();
}
