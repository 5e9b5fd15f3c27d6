using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Courses.Differences;

/// <summary>What publishing a plan would change for learners, and whom it touches.</summary>
public sealed class PublicationDiffs(TutorDb db)
{
    /// <param name="newest">Null before the first publication: then nothing changes for anybody.</param>
    internal async Task<IReadOnlyList<ModuleDiff>> OfAsync(Guid courseId, Publication? newest, PublicationPlan plan, CancellationToken ct)
    {
        if (newest is null) return [];
        IReadOnlyList<ComparedModule> before = [.. newest.Modules.OrderBy(m => m.Position).Select(m => new ComparedModule(
            m.ModuleId, m.Title, m.Part, [.. m.Revisions.OrderBy(r => r.Position).ThenBy(r => r.ReviewableId).Select(r => new ComparedPiece(r.ReviewableId, r.Kind, r.RevisionId))]))];
        IReadOnlyList<ComparedModule> after = [.. plan.Modules.Select(m => new ComparedModule(m.Id, m.Title, m.Part, [.. m.Revisions.Select(r => new ComparedPiece(r.ReviewableId, r.Kind, r.RevisionId))]))];

        var (old, now) = (Revisions(before), Revisions(after));
        old.SymmetricExceptWith(now);
        var bodies = await db.Revisions.Where(r => old.Contains(r.Id)).Select(r => new { r.Id, r.Body }).ToDictionaryAsync(r => r.Id, r => r.Body, ct);
        var touched = await TouchedAsync(courseId, ct);
        return PublicationDiff.Between(before, after, (kind, revision) => PieceText.Of(kind, bodies[revision]), id => touched.GetValueOrDefault(id));
    }

    private async Task<Dictionary<Guid, (int Finished, int Begun)>> TouchedAsync(Guid courseId, CancellationToken ct)
    {
        var enrolled = db.Enrollments.Where(e => e.CourseId == courseId).Select(e => e.UserId);
        var finished = await db.Completions.Where(c => c.CourseId == courseId && enrolled.Contains(c.LearnerId)).GroupBy(c => c.ModuleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var begun = await db.Quizzes.Where(q => q.CourseId == courseId && enrolled.Contains(q.LearnerId) && q.Items.Any(i => i.SavedChoiceId != null) && !db.Attempts.Any(a => a.QuizId == q.Id))
            .GroupBy(q => q.ModuleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return finished.Keys.Union(begun.Keys).ToDictionary(id => id, id => (finished.GetValueOrDefault(id), begun.GetValueOrDefault(id)));
    }

    private static HashSet<Guid> Revisions(IEnumerable<ComparedModule> modules) => [.. modules.SelectMany(m => m.Pieces).Select(p => p.RevisionId)];
}
