using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;
using Tutor.Memory;
using Tutor.People;
using Tutor.Sources;

namespace Tutor.Courses;

/// <summary>What a person changes of a course; whatever is null stays.</summary>
/// <param name="AttemptsAllowed">0 lifts the limit.</param>
public sealed record CourseChanges(string? Title = null, string? Description = null, string? Review = null, string? Enrolment = null, int? AttemptsAllowed = null, string? Explanations = null);

/// <summary>Making, changing and removing courses.</summary>
public sealed class CourseEditing(TutorDb db, FileStore files, Changes memory, TimeProvider clock)
{
    public const int MaxAttempts = 100;

    /// <summary>A new course with its maker as the first instructor.</summary>
    public async Task<Outcome<Course>> CreateAsync(string? title, string? description, Caller caller, CancellationToken ct)
    {
        if (!caller.IsInstructor && !caller.IsAdmin) return CourseRefusals.InstructorsOnly;
        var inputs = new Inputs();
        var course = new Course
        {
            Id = Guid.CreateVersion7(),
            Title = inputs.Text("title", title, "A title", max: 200),
            Description = inputs.Text("description", description, "A description", max: 4000, min: 0),
            CreatedAt = clock.Now(),
        };
        if (inputs.Refusal is { } refusal) return refusal;
        db.Courses.Add(course);
        db.CourseStaff.Add(new CourseStaff { CourseId = course.Id, UserId = caller.Id });
        db.Note(AuditKind.CourseMade, caller.Id, course.Title, course.CreatedAt, course.Id);
        await db.SaveChangesAsync(ct);
        return course;
    }

    public async Task<Outcome<Course>> ChangeAsync(Guid courseId, CourseChanges changes, Guid userId, CancellationToken ct)
    {
        var inputs = new Inputs();
        var title = changes.Title is null ? null : inputs.Text("title", changes.Title, "A title", max: 200);
        var description = changes.Description is null ? null : inputs.Text("description", changes.Description, "A description", max: 4000, min: 0);
        var review = inputs.Word<ReviewPolicy>("review", changes.Review, "Review");
        var enrolment = inputs.Word<EnrolmentPolicy>("enrolment", changes.Enrolment, "Enrolment");
        var explanations = inputs.Word<ExplanationTime>("explanations", changes.Explanations, "Explanations");
        if (changes.AttemptsAllowed is < 0 or > MaxAttempts) inputs.Add("attemptsAllowed", $"Attempts allowed must be from 1 to {MaxAttempts}, or 0 for no limit.");
        if (inputs.Refusal is { } refusal) return refusal;

        if (await db.Courses.SingleOrDefaultAsync(c => c.Id == courseId, ct) is not { } course) return CourseRefusals.NoSuch(CourseThing.Course);
        course.Title = title ?? course.Title;
        course.Description = description ?? course.Description;
        course.Review = review ?? course.Review;
        course.Enrolment = enrolment ?? course.Enrolment;
        course.Explanations = explanations ?? course.Explanations;
        if (changes.AttemptsAllowed is { } attempts) course.AttemptsAllowed = attempts == 0 ? null : attempts;
        if (Changed(course) is { Length: > 0 } changed) db.Note(AuditKind.CourseChanged, userId, changed, clock.Now(), courseId);
        await db.SaveChangesAsync(ct);
        memory.Note(courseId);
        return course;
    }

    /// <summary>Removes a course with everything in it, files that no other course has included.</summary>
    public async Task DeleteAsync(Guid courseId, Guid userId, CancellationToken ct)
    {
        var title = await db.Courses.Where(c => c.Id == courseId).Select(c => c.Title).SingleOrDefaultAsync(ct);
        var hashes = await db.Sources.Where(s => s.CourseId == courseId).Select(s => s.Sha256).ToListAsync(ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            // Revisions outlive whatever pins them, so what pins goes first.
            await db.Quizzes.Where(q => q.CourseId == courseId).ExecuteDeleteAsync(ct);
            await db.Publications.Where(p => p.CourseId == courseId).ExecuteDeleteAsync(ct);
            if (await db.Courses.Where(c => c.Id == courseId).ExecuteDeleteAsync(ct) == 1) db.Note(AuditKind.CourseDeleted, userId, title ?? "", clock.Now(), courseId);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        memory.Note(courseId);
        foreach (var hash in hashes) await ForgetAsync(hash, ct);
    }

    /// <summary>The settings that differ from what was read.</summary>
    private string Changed(Course course) => string.Join(", ", db.Entry(course).Properties.Where(p => p.IsModified).Select(p => Inputs.WordOf(p.Metadata.Name)));

    // An upload of the same bytes to another course waits for the lock, or is seen here.
    private async Task ForgetAsync(string hash, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({hash}, 0))", ct);
        if (!await db.Sources.AnyAsync(s => s.Sha256 == hash, ct)) files.Delete(hash);
        await transaction.CommitAsync(ct);
    }
}
