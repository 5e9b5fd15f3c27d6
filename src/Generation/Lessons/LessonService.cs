using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Artefacts;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Personalising;
using Tutor.Review;

namespace Tutor.Lessons;

/// <summary>A lesson as one profile reads it.</summary>
/// <param name="Id">The same for all who read the same.</param>
/// <param name="Tag">Changes with every byte of it: for ETags.</param>
/// <param name="Writer">Who wrote the canonical lesson.</param>
public sealed record LessonReading(Guid Id, Guid ModuleId, Detail Detail, LessonStyle Style, string Writer, LessonPage Page, string Tag);

/// <summary>Reads lessons: the variant of a canonical lesson for a profile, made once and shared by all with that profile.</summary>
public sealed class LessonService(ArtefactStore artefacts, IDbContextFactory<TutorDb> contexts)
{
    /// <summary>The lesson as published; null where the publication has none for the module.</summary>
    public async Task<LessonReading?> PublishedAsync(Guid publicationId, Guid moduleId, Detail detail, LessonStyle style, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var revision = await db.Set<PublishedRevision>().AsNoTracking()
            .Where(r => r.PublicationId == publicationId && r.ModuleId == moduleId && r.Kind == ReviewableKind.Lesson)
            .Select(r => r.Revision).SingleOrDefaultAsync(ct);
        return revision is null ? null : await ReadAsync(revision, moduleId, detail, style, ct);
    }

    /// <summary>The newest lesson, as staff see it; null while none is written.</summary>
    public async Task<LessonReading?> NewestAsync(Guid moduleId, Detail detail, LessonStyle style, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var revision = await db.Reviewables.AsNoTracking()
            .Where(r => r.ModuleId == moduleId && r.Kind == ReviewableKind.Lesson)
            .Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => v).SingleOrDefaultAsync(ct);
        return revision is null ? null : await ReadAsync(revision, moduleId, detail, style, ct);
    }

    private async Task<LessonReading> ReadAsync(Revision revision, Guid moduleId, Detail detail, LessonStyle style, CancellationToken ct)
    {
        var artefact = await artefacts.GetOrWriteAsync(
            "lesson-variant", new { revision = revision.Id, detail, style }, WriterName.Personaliser, _ => Task.FromResult(Write(revision, detail, style)), ct);
        var page = JsonSerializer.Deserialize<LessonPage>(artefact.Output!, JsonColumn.Options)!;
        return new LessonReading(NamedGuid.Create(revision.Id, $"{detail} {style}"), moduleId, detail, style, revision.Writer, page, artefact.Key);
    }

    private static ArtefactContent Write(Revision revision, Detail detail, LessonStyle style)
    {
        var lesson = JsonSerializer.Deserialize<LessonBody>(revision.Body, JsonColumn.Options)!;
        var variant = LessonVariant.Of(lesson, detail, style);
        return new ArtefactContent(JsonSerializer.Serialize(LessonPage.Of(variant), JsonColumn.Options), variant.Check(lesson));
    }
}
