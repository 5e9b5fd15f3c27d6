using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Artefacts;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Memory;
using Tutor.Personalising;
using Tutor.Review;

namespace Tutor.Lessons;

/// <summary>A lesson as one profile reads it.</summary>
/// <param name="Id">The same for all who read the same.</param>
/// <param name="Tag">Changes with every byte of it: for ETags.</param>
/// <param name="Writer">Who wrote the canonical lesson.</param>
/// <param name="Reviewed">False where no person had looked at it when it was published.</param>
public sealed record LessonReading(Guid Id, Guid ModuleId, Detail Detail, LessonStyle Style, string Writer, LessonPage Page, string Tag, bool Reviewed = true)
{
    /// <summary>About what it takes in memory.</summary>
    public long Bytes => 500 + (2L * Page.Html.Length) + Page.Sentences.Sum(s => 100L + (2L * s.Text.Length)) + Page.Citations.Sum(c => 500L + (2L * c.Citation.Quote.Length));
}

/// <summary>Reads lessons: the variant of a canonical lesson for a profile, made once and shared by all with that profile.</summary>
public sealed class LessonService(ArtefactStore artefacts, PersonalVariants variants, IDbContextFactory<TutorDb> contexts)
{
    /// <summary>Of publications, which never change.</summary>
    private readonly BoundedMemory<(Guid Publication, Guid Module, Detail, LessonStyle), LessonReading> _published = new(mostBytes: 32 << 20);

    /// <summary>The lesson as published; null where the publication has none for the module.</summary>
    public async ValueTask<LessonReading?> PublishedAsync(Guid publicationId, Guid moduleId, Detail detail, LessonStyle style, CancellationToken ct)
    {
        var key = (publicationId, moduleId, detail, style);
        if (_published.TryGet(key, out var known)) return known;
        var (reading, settled) = await ReadPublishedAsync(publicationId, moduleId, detail, style, ct);
        if (reading is not null && settled) _published.Put(key, reading, reading.Bytes);
        return reading;
    }

    /// <returns>Settled: the same will be read for good.</returns>
    private async Task<(LessonReading? Reading, bool Settled)> ReadPublishedAsync(Guid publicationId, Guid moduleId, Detail detail, LessonStyle style, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<PublishedRevision>().AsNoTracking()
            .Where(r => r.PublicationId == publicationId && r.ModuleId == moduleId && r.Kind == ReviewableKind.Lesson)
            .Select(r => new { r.Revision, r.Reviewed, db.Modules.Single(m => m.Id == moduleId).CourseId }).SingleOrDefaultAsync(ct);
        if (found is null) return (null, false);
        var told = variants.Tells(detail, style) ? await variants.FindAsync(found.CourseId, found.Revision!, detail, style, ct) : null;
        var reading = told is null ? await ReadAsync(found.Revision!, moduleId, detail, style, ct) : Reading(told, found.Revision!, moduleId, detail, style);
        return (reading with { Reviewed = found.Reviewed }, told is not null || !variants.Tells(detail, style));
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
        return Reading(artefact, revision, moduleId, detail, style);
    }

    private static LessonReading Reading(Artefact artefact, Revision revision, Guid moduleId, Detail detail, LessonStyle style)
    {
        var page = JsonSerializer.Deserialize<LessonPage>(artefact.Output!, JsonColumn.Options)!;
        var told = artefact.Writer == WriterName.Personaliser ? "" : $" {artefact.Key}";
        return new LessonReading(NamedGuid.Create(revision.Id, $"{detail} {style}{told}"), moduleId, detail, style, revision.Writer, page, artefact.Key);
    }

    private static ArtefactContent Write(Revision revision, Detail detail, LessonStyle style)
    {
        var lesson = JsonSerializer.Deserialize<LessonBody>(revision.Body, JsonColumn.Options)!;
        var variant = LessonVariant.Of(lesson, detail, style);
        return new ArtefactContent(JsonSerializer.Serialize(LessonPage.Of(variant), JsonColumn.Options), variant.Check(lesson));
    }
}
