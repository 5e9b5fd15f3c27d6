using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Sources;

/// <summary>Something that cites words the new file does not have.</summary>
/// <param name="Text">The objective, the question, or the lesson's module.</param>
public sealed record LostCitation(Guid ReviewId, ReviewableKind Kind, string ModuleTitle, string Text, IReadOnlyList<string> Quotes);

/// <summary>What it means to put one source in the place of another.</summary>
/// <param name="Same">Passages that both have, word for word.</param>
/// <param name="Gone">Passages only the old one has, changed or left out.</param>
/// <param name="Added">Passages only the new one has.</param>
/// <param name="Kept">How many objectives, lessons and questions keep all their words.</param>
public sealed record ReplacementPlan(Source Old, Source New, int Same, int Gone, int Added, int Kept, IReadOnlyList<LostCitation> Lost);

/// <summary>
/// Puts a newer file in the place of an older one: what cites words that both have cites the new one, modules take the new passages in, and
/// what cites words that are gone is marked and goes back to review. The old source itself is deleted by whoever calls.
/// </summary>
public sealed class Replacing(TutorDb db, TimeProvider clock)
{
    /// <summary>Nothing is changed.</summary>
    public async Task<Outcome<ReplacementPlan>> PlanAsync(Guid oldId, Guid newId, CancellationToken ct) =>
        await ReadAsync(oldId, newId, ct) is { } replacement ? await PlanAsync(replacement, ct) : CourseRefusals.NoReplacement;

    public async Task<Outcome<ReplacementPlan>> ReplaceAsync(Guid oldId, Guid newId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ReadAsync(oldId, newId, ct) is not { } replacement) return CourseRefusals.NoReplacement;
        await CourseRow.LockAsync(db, replacement.Old.CourseId, ct);
        var plan = await PlanAsync(replacement, ct);
        foreach (var module in await db.Modules.Where(m => m.CourseId == replacement.Old.CourseId).ToListAsync(ct)) module.ChunkIds = replacement.Passages(module.ChunkIds);
        foreach (var (reviewable, revision) in await CitingAsync(replacement.Old, ct)) await CiteAnewAsync(replacement, reviewable, revision, userId, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return plan;
    }

    private async Task<Replacement?> ReadAsync(Guid oldId, Guid newId, CancellationToken ct)
    {
        var sources = await db.Sources.AsNoTracking().Where(s => s.Id == oldId || s.Id == newId).ToDictionaryAsync(s => s.Id, ct);
        if (oldId == newId || sources.Count < 2 || sources[oldId].CourseId != sources[newId].CourseId || sources[newId].State != SourceState.Ready) return null;
        return new Replacement(sources[oldId], sources[newId], await ChunksAsync(oldId, ct), await ChunksAsync(newId, ct));
    }

    private Task<List<Chunk>> ChunksAsync(Guid sourceId, CancellationToken ct) => db.Chunks.AsNoTracking().Where(c => c.SourceId == sourceId).OrderBy(c => c.Ordinal).ToListAsync(ct);

    private async Task<ReplacementPlan> PlanAsync(Replacement replacement, CancellationToken ct)
    {
        var citing = await CitingAsync(replacement.Old, ct);
        var modules = await db.Modules.Where(m => m.CourseId == replacement.Old.CourseId).Select(m => new { m.Id, m.Title }).ToDictionaryAsync(m => m.Id, m => m.Title, ct);
        var lost = new List<LostCitation>();
        foreach (var (reviewable, revision) in citing)
        {
            var body = CitedBody.Of(reviewable.Kind, revision);
            var quotes = replacement.Lost(body.Citations);
            if (quotes.Count > 0) lost.Add(new LostCitation(reviewable.Id, reviewable.Kind, modules.GetValueOrDefault(reviewable.ModuleId, ""), body.Title, quotes));
        }
        return new ReplacementPlan(replacement.Old, replacement.New, replacement.Same, replacement.Gone, replacement.Added, citing.Count - lost.Count, lost);
    }

    /// <summary>What cites the old source in its newest words and was not rejected, of modules in the outline.</summary>
    private async Task<List<(Reviewable Reviewable, Revision Revision)>> CitingAsync(Source old, CancellationToken ct)
    {
        var mention = $"%\"sourceId\":\"{old.Id}\"%";
        var rows = await db.Reviewables.Where(r => r.CourseId == old.CourseId && r.State != ReviewState.Rejected && db.Modules.Any(m => m.Id == r.ModuleId && m.State != ModuleState.Removed))
            .Join(db.Revisions.Where(v => EF.Functions.Like(v.Body, mention)), r => r.RevisionId, v => v.Id, (r, v) => new { Reviewable = r, Revision = v })
            .OrderBy(r => r.Reviewable.Kind).ThenBy(r => r.Reviewable.Position).ToListAsync(ct);
        return [.. rows.Select(r => (r.Reviewable, r.Revision))];
    }

    private async Task CiteAnewAsync(Replacement replacement, Reviewable reviewable, Revision revision, Guid userId, CancellationToken ct)
    {
        var cited = CitedBody.Of(reviewable.Kind, revision);
        var complete = replacement.Lost(cited.Citations).Count == 0;
        var body = cited.Citing(citation => citation.SourceId == replacement.Old.Id ? replacement.Find(citation) ?? citation : citation);
        var made = new Revision
        {
            Id = Guid.CreateVersion7(),
            ReviewableId = reviewable.Id,
            Number = 1 + await db.Revisions.Where(r => r.ReviewableId == reviewable.Id).MaxAsync(r => r.Number, ct),
            Body = RevisionBodies.Write(body),
            Writer = revision.Writer,
            Checks = complete ? revision.Checks : [.. revision.Checks.Where(c => c.Name != QuoteInSource), NotThere(replacement.New)],
            AuthorId = userId,
            CreatedAt = clock.Now(),
        };
        db.Revisions.Add(made);
        reviewable.RevisionId = made.Id;
        if (!complete) reviewable.State = ReviewState.Proposed;
    }

    private const string QuoteInSource = "quote-in-source";

    private static CheckResult NotThere(Source source) => new(QuoteInSource, false, $"Words it cites do not stand in {source.Name} any more.");
}
