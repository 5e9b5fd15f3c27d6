using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Chats;

/// <summary>An item of a quiz of the learner's own.</summary>
/// <param name="IsOpen">True while the quiz has never been handed in: until then nobody tells its keys.</param>
public sealed record OwnItem(Guid QuizId, Guid ItemId, Guid ModuleId, ItemBody Body, bool IsOpen);

/// <summary>What is on a learner's screen, looked up in the rows.</summary>
/// <param name="ChunkIds">The passages of the page or the module; empty where nothing is known.</param>
public sealed record ScreenContent(IReadOnlyList<Guid> ChunkIds, OwnItem? Item, string Title)
{
    public static ScreenContent Nothing { get; } = new([], null, "");
}

/// <summary>Looks up what a learner says is on the screen; what is not of the course is not there.</summary>
public sealed class Screens(TutorDb db, ItemBodies bodies)
{
    private const int MostChunks = 40;

    public async Task<Outcome<ScreenContent>> ReadAsync(CourseSeat seat, OnScreen? screen, CancellationToken ct)
    {
        if (screen is null || screen.IsNothing) return ScreenContent.Nothing;
        OwnItem? item = null;
        if (screen.ItemId is { } itemId && (item = await ItemAsync(seat.UserId, seat.CourseId, null, itemId, ct)) is null) return Elsewhere("itemId");
        var (chunks, title) = (new List<Guid>(), "");
        if (screen.SourceId is { } sourceId)
        {
            if (await db.Sources.Where(s => s.Id == sourceId && s.CourseId == seat.CourseId).Select(s => s.Name).SingleOrDefaultAsync(ct) is not { } name) return Elsewhere("sourceId");
            (chunks, title) = (await OnPageAsync(sourceId, screen.Page, ct), name);
        }
        else if ((screen.ModuleId ?? item?.ModuleId) is { } moduleId)
        {
            if (await db.Modules.AsNoTracking().SingleOrDefaultAsync(m => m.Id == moduleId && m.CourseId == seat.CourseId, ct) is { } module) (chunks, title) = ([.. module.ChunkIds], module.Title);
            // A module that was taken out of the outline lives on in what is published.
            else if (!await db.Set<PublishedModule>().AnyAsync(m => m.ModuleId == moduleId && db.Publications.Any(p => p.Id == m.PublicationId && p.CourseId == seat.CourseId), ct)) return Elsewhere("moduleId");
        }
        return new ScreenContent(chunks, item, title);
    }

    /// <param name="quizId">Null for any of the learner's quizzes of the course: the newest that has the item.</param>
    public async Task<OwnItem?> ItemAsync(Guid learnerId, Guid? courseId, Guid? quizId, Guid itemId, CancellationToken ct)
    {
        var found = await db.Quizzes.Where(q => q.LearnerId == learnerId && (courseId == null || q.CourseId == courseId) && (quizId == null || q.Id == quizId))
            .SelectMany(q => q.Items.Where(i => i.ItemId == itemId).Select(i => new { q.Id, q.ModuleId, q.CreatedAt, i.RevisionId, Open = !db.Attempts.Any(a => a.QuizId == q.Id) }))
            .OrderByDescending(q => q.CreatedAt).FirstOrDefaultAsync(ct);
        return found is null ? null : new OwnItem(found.Id, itemId, found.ModuleId, (await bodies.OfAsync(db, [found.RevisionId], ct))[found.RevisionId], found.Open);
    }

    /// <summary>The items of the learner's quizzes of a course that were never handed in.</summary>
    public async Task<IReadOnlyList<OwnItem>> OpenItemsAsync(Guid learnerId, Guid courseId, CancellationToken ct)
    {
        var rows = await db.Quizzes.Where(q => q.LearnerId == learnerId && q.CourseId == courseId && !db.Attempts.Any(a => a.QuizId == q.Id))
            .SelectMany(q => q.Items.Select(i => new { q.Id, q.ModuleId, i.ItemId, i.RevisionId })).ToListAsync(ct);
        var found = await bodies.OfAsync(db, rows.Select(r => r.RevisionId), ct);
        return [.. rows.Select(r => new OwnItem(r.Id, r.ItemId, r.ModuleId, found[r.RevisionId], true))];
    }

    private async Task<List<Guid>> OnPageAsync(Guid sourceId, int? page, CancellationToken ct)
    {
        var chunks = await db.Chunks.AsNoTracking().Where(c => c.SourceId == sourceId).OrderBy(c => c.Ordinal).Select(c => new { c.Id, c.Lines }).ToListAsync(ct);
        return [.. chunks.Where(c => page is null || c.Lines.Any(l => (l.Page ?? l.Slide) == page)).Take(MostChunks).Select(c => c.Id)];
    }

    private static Refusal Elsewhere(string field)
    {
        var inputs = new Inputs();
        inputs.Add("screen." + field, "What the screen names is not part of this course, or not yours.");
        return inputs.Refusal!;
    }
}
