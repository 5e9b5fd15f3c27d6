using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;

namespace Tutor.Courses.Joining;

/// <summary>A course as somebody with its link sees it before they join.</summary>
/// <param name="IsMember">True where they are enrolled or teach it.</param>
public sealed record JoinableCourse(Guid Id, string Title, string Description, bool IsPublished, bool IsMember);

/// <summary>Joining a course by its link. A link is made, renewed (the old one stops working at once) or switched off by the course's staff.</summary>
public sealed class JoinLinks(TutorDb db, Enrolling enrolling, TimeProvider clock)
{
    public static Refusal NoSuchLink { get; } = new(
        RefusalKind.NotFound, "join-link-not-found", "This link does not work",
        "It was switched off or replaced by a new one, or a part of it is missing. Ask your instructor for the link as it is now.");

    /// <summary>Null where the link is off.</summary>
    public Task<JoinLink?> OfAsync(Guid courseId, CancellationToken ct) => db.Set<JoinLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CourseId == courseId, ct);

    /// <summary>Makes the link, or puts a new one in the old one's place.</summary>
    public async Task<JoinLink> RenewAsync(Guid courseId, Guid userId, CancellationToken ct)
    {
        var link = new JoinLink { CourseId = courseId, Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), CreatedById = userId, CreatedAt = clock.Now() };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"""
            insert into join_links (course_id, token, created_by_id, created_at) values ({courseId}, {link.Token}, {userId}, {link.CreatedAt})
            on conflict (course_id) do update set token = excluded.token, created_by_id = excluded.created_by_id, created_at = excluded.created_at
            """, ct);
        db.Note(AuditKind.JoinLinkMade, userId, "", link.CreatedAt, courseId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return link;
    }

    public async Task EndAsync(Guid courseId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<JoinLink>().Where(l => l.CourseId == courseId).ExecuteDeleteAsync(ct) == 0) return;
        db.Note(AuditKind.JoinLinkEnded, userId, "", clock.Now(), courseId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What a link leads to.</summary>
    /// <param name="userId">Null for a stranger.</param>
    public async Task<Outcome<JoinableCourse>> FindAsync(string token, Guid? userId, CancellationToken ct)
    {
        var found = await db.Set<JoinLink>().Where(l => l.Token == token).Join(db.Courses, l => l.CourseId, c => c.Id, (l, c) => new JoinableCourse(
            c.Id, c.Title, c.Description, c.PublicationId != null,
            db.Enrollments.Any(e => e.CourseId == c.Id && e.UserId == userId) || db.CourseStaff.Any(s => s.CourseId == c.Id && s.UserId == userId))).SingleOrDefaultAsync(ct);
        return found is null ? NoSuchLink : found;
    }

    /// <summary>Enrols whoever has the token; doing it again changes nothing.</summary>
    public async Task<Outcome<Enrollment>> JoinAsync(string? token, Guid userId, CancellationToken ct)
    {
        var course = await db.Set<JoinLink>().Where(l => l.Token == token).Select(l => (Guid?)l.CourseId).SingleOrDefaultAsync(ct);
        return course is { } id ? await enrolling.EnrolAsync(id, userId, userId, "by link", ct) : NoSuchLink;
    }
}
