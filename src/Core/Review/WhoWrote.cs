using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Review;

/// <param name="Writer">As revisions name it.</param>
public sealed record WrittenBy(ReviewableKind Kind, string Writer, int Count);

/// <summary>A lesson that a model drafted in vain.</summary>
/// <param name="Why">The first of its faults.</param>
public sealed record FallenBack(Guid ModuleId, string Title, string Why);

/// <summary>Who wrote what stands in a course now.</summary>
public sealed class WhoWrote(TutorDb db)
{
    /// <summary>The name of the check that says so; see Origin.</summary>
    private const string Refused = "model-draft-refused";

    public async Task<IReadOnlyList<WrittenBy>> OfAsync(Guid courseId, CancellationToken ct)
    {
        var counts = await Newest(courseId).GroupBy(r => new { r.Kind, r.Revision.Writer }).Select(g => new { g.Key.Kind, g.Key.Writer, Count = g.Count() }).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.Kind).ThenByDescending(c => c.Count).ThenBy(c => c.Writer, StringComparer.Ordinal).Select(c => new WrittenBy(c.Kind, c.Writer, c.Count))];
    }

    public async Task<IReadOnlyList<FallenBack>> FellBackAsync(Guid courseId, CancellationToken ct)
    {
        var lessons = await Newest(courseId).Where(r => r.Kind == ReviewableKind.Lesson)
            .Join(db.Modules, r => r.ModuleId, m => m.Id, (r, m) => new { m.Id, m.Title, m.Position, r.Revision.Checks }).ToListAsync(ct);
        return [.. lessons.OrderBy(l => l.Position).SelectMany(l => l.Checks.Where(c => c.Name == Refused).Select(c => new FallenBack(l.Id, l.Title, c.Message)))];
    }

    private IQueryable<NewestRevision> Newest(Guid courseId) => db.Reviewables.AsNoTracking().Where(r => r.CourseId == courseId)
        .Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => new NewestRevision { Kind = r.Kind, ModuleId = r.ModuleId, Revision = v });

    private sealed class NewestRevision
    {
        public ReviewableKind Kind { get; init; }
        public Guid ModuleId { get; init; }
        public required Revision Revision { get; init; }
    }
}
