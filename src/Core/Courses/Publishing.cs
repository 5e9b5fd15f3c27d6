using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Courses.Differences;
using Tutor.Data;
using Tutor.Memory;
using Tutor.Review;

namespace Tutor.Courses;

/// <param name="Learners">Enrolled at this moment: who will see the change.</param>
/// <param name="Added">Titles of modules that learners do not have yet.</param>
/// <param name="Differences">Module by module; empty before the first publication.</param>
public sealed record PublicationChange(
    PublicationPlan Plan, bool Changes, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int Learners, IReadOnlyList<ModuleDiff> Differences);

/// <summary>A publication with what it holds, counted by kind.</summary>
public sealed record PublicationSummary(Publication Publication, int Modules, KindCounts Holds, KindCounts Unreviewed);

public sealed record KindCounts(int Objectives, int Lessons, int Items)
{
    public static KindCounts Of(IEnumerable<ReviewableKind> kinds)
    {
        var counts = kinds.CountBy(k => k).ToDictionary();
        return new KindCounts(
            counts.GetValueOrDefault(ReviewableKind.Objective), counts.GetValueOrDefault(ReviewableKind.Lesson), counts.GetValueOrDefault(ReviewableKind.Item));
    }
}

/// <summary>Pins the revisions that learners see. A publication never changes; a newer one takes its place.</summary>
public sealed class Publishing(TutorDb db, PublicationDiffs diffs, Changes changes, TimeProvider clock)
{
    private static readonly Refusal s_nothing = new(
        RefusalKind.Conflict, "nothing-to-publish", "There is nothing to publish",
        "No module has a lesson or items that can be published. Upload material, have an outline, lessons and items written, and try again; where the course's review is required, accept modules and their content first.");

    private static Refusal NoSuchPublication(int number) => new(
        RefusalKind.NotFound, "publication-not-found", "There is no such publication", $"The course has no publication with the number {number}. Take one of those that are listed.");

    /// <summary>What publishing now would change, and for how many.</summary>
    public async Task<PublicationChange> PreviewAsync(Guid courseId, CancellationToken ct)
    {
        var plan = await PlanAsync(courseId, ct);
        var newest = await NewestAsync(courseId, ct);
        var before = newest?.Modules.ToDictionary(m => m.ModuleId) ?? [];
        var after = plan.Modules.Select(m => m.Id).ToHashSet();
        return new PublicationChange(
            plan,
            newest is null ? plan.Modules.Count > 0 : !plan.IsShownBy(newest),
            [.. plan.Modules.Where(m => !before.ContainsKey(m.Id)).Select(m => m.Title)],
            [.. plan.Modules.Where(m => before.TryGetValue(m.Id, out var old) && !Same(old, m)).Select(m => m.Title)],
            [.. before.Values.Where(m => !after.Contains(m.ModuleId)).OrderBy(m => m.Position).Select(m => m.Title)],
            await db.Enrollments.CountAsync(e => e.CourseId == courseId, ct),
            await diffs.OfAsync(courseId, newest, plan, ct));
    }

    /// <summary>Publishes. Where the newest publication shows just this already, it is that one: pressing twice publishes once.</summary>
    public async Task<Outcome<PublicationSummary>> PublishAsync(Guid courseId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CourseRow.LockAsync(db, courseId, ct);
        var plan = await PlanAsync(courseId, ct);
        if (plan.Modules.Count == 0) return s_nothing;
        var newest = await NewestAsync(courseId, ct);
        if (newest is not null && plan.IsShownBy(newest)) return Summary(newest);
        var publication = Make(plan, courseId, userId, 1 + (newest?.Number ?? 0));
        await AddAsync(publication, $"version {publication.Number}", ct);
        await transaction.CommitAsync(ct);
        changes.Note(courseId);
        return Summary(publication);
    }

    /// <summary>Publishes again what an earlier publication showed: a new one with its pins. Where the newest shows just this, it is that one.</summary>
    public async Task<Outcome<PublicationSummary>> PublishAgainAsync(Guid courseId, int number, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CourseRow.LockAsync(db, courseId, ct);
        var earlier = await db.Publications.AsNoTracking().Include(p => p.Modules).ThenInclude(m => m.Revisions).AsSplitQuery().SingleOrDefaultAsync(p => p.CourseId == courseId && p.Number == number, ct);
        if (earlier is null) return NoSuchPublication(number);
        var newest = (await NewestAsync(courseId, ct))!;
        var plan = PublicationPlan.Of(earlier);
        if (plan.IsShownBy(newest)) return Summary(newest);
        var publication = Make(plan, courseId, userId, 1 + newest.Number);
        await AddAsync(publication, $"version {publication.Number}, with what version {number} held", ct);
        await transaction.CommitAsync(ct);
        changes.Note(courseId);
        return Summary(publication);
    }

    public async Task<Outcome<Page<PublicationSummary>>> ListAsync(Guid courseId, string? cursor, CancellationToken ct)
    {
        if (!(await db.Publications.AsNoTracking().Where(p => p.CourseId == courseId).PageAsync(cursor, ct)).Succeeded(out var page, out var refusal)) return refusal;
        var ids = page.Items.Select(p => p.Id).ToList();
        var modules = await db.Set<PublishedModule>().Where(m => ids.Contains(m.PublicationId)).GroupBy(m => m.PublicationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var pinned = (await db.Set<PublishedRevision>().Where(r => ids.Contains(r.PublicationId)).Select(r => new { r.PublicationId, r.Kind, r.Reviewed }).ToListAsync(ct)).ToLookup(r => r.PublicationId);
        return page.Select(p => new PublicationSummary(
            p, modules.GetValueOrDefault(p.Id), KindCounts.Of(pinned[p.Id].Select(r => r.Kind)), KindCounts.Of(pinned[p.Id].Where(r => !r.Reviewed).Select(r => r.Kind))));
    }

    private async Task AddAsync(Publication publication, string subject, CancellationToken ct)
    {
        db.Publications.Add(publication);
        db.Note(AuditKind.Published, publication.PublishedById, subject, publication.CreatedAt, publication.CourseId);
        await db.SaveChangesAsync(ct);
        await db.Courses.Where(c => c.Id == publication.CourseId).ExecuteUpdateAsync(c => c.SetProperty(x => x.PublicationId, publication.Id), ct);
    }

    private async Task<PublicationPlan> PlanAsync(Guid courseId, CancellationToken ct)
    {
        var policy = await db.Courses.Where(c => c.Id == courseId).Select(c => c.Review).SingleAsync(ct);
        var modules = await db.Modules.AsNoTracking().Where(m => m.CourseId == courseId && m.State != ModuleState.Removed).OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
        var drafts = await db.Reviewables.Where(r => r.CourseId == courseId).Drafts(db).ToListAsync(ct);
        return PublicationPlan.Make(policy, modules, drafts);
    }

    private Task<Publication?> NewestAsync(Guid courseId, CancellationToken ct) => db.Publications.AsNoTracking()
        .Where(p => p.CourseId == courseId).OrderByDescending(p => p.Number)
        .Include(p => p.Modules).ThenInclude(m => m.Revisions).AsSplitQuery().FirstOrDefaultAsync(ct);

    private Publication Make(PublicationPlan plan, Guid courseId, Guid userId, int number)
    {
        var id = Guid.CreateVersion7();
        return new Publication
        {
            Id = id,
            CourseId = courseId,
            Number = number,
            PublishedById = userId,
            CreatedAt = clock.Now(),
            Modules = [.. plan.Modules.Select(m => new PublishedModule
            {
                PublicationId = id,
                ModuleId = m.Id,
                Position = m.Position,
                Title = m.Title,
                Part = m.Part,
                Revisions = [.. m.Revisions.Select(r => new PublishedRevision
                {
                    PublicationId = id, ModuleId = m.Id, RevisionId = r.RevisionId, ReviewableId = r.ReviewableId, Kind = r.Kind, Position = r.Position, Reviewed = r.Reviewed,
                })],
            })],
        };
    }

    private static bool Same(PublishedModule old, PlannedModule planned) =>
        old.Title == planned.Title && old.Revisions.Select(r => r.RevisionId).ToHashSet().SetEquals(planned.Revisions.Select(r => r.RevisionId));

    private static PublicationSummary Summary(Publication publication)
    {
        var pinned = publication.Modules.SelectMany(m => m.Revisions).ToList();
        return new PublicationSummary(
            publication, publication.Modules.Count, KindCounts.Of(pinned.Select(r => r.Kind)), KindCounts.Of(pinned.Where(r => !r.Reviewed).Select(r => r.Kind)));
    }
}
