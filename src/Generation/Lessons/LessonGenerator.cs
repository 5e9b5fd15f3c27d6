using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Artefacts;
using Tutor.Checks;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.ModelWriting;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Lessons;

/// <summary>Writes a module's canonical lesson. One that a person accepted or edited is not written over.</summary>
public sealed class LessonGenerator(CourseMaterials materials, ArtefactStore artefacts, ModelAuthors authors, GenerationQueue queue, IDbContextFactory<TutorDb> contexts, TimeProvider clock)
{
    public async Task WriteAsync(Generation claim, CancellationToken ct)
    {
        var material = await materials.GetAsync(claim.CourseId, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ModuleReading.ReadAsync(db, claim.ModuleId!.Value, ct) is not { } reading) throw new LeaseLostException();
        await queue.ProgressAsync(claim, nameof(WorkState.Running), .2, ct);
        var artefact = await authors.LessonAsync(material, reading, () => Write(material, reading), ct)
            ?? await artefacts.GetOrWriteAsync("lesson", reading.Inputs(material), WriterName.Extractive, _ => Task.FromResult(Write(material, reading)), ct);
        await queue.ProgressAsync(claim, nameof(WorkState.Running), .9, ct);
        var lesson = JsonSerializer.Deserialize<LessonBody>(artefact.Output!, JsonColumn.Options)!;
        if (lesson.Sections.Count == 0) throw new SourceRefusedException(Shortage.OfLesson(Substance.Of(material.Facts, material.ChunksOf(reading.Module))));
        await KeepAsync(db, claim, reading.Module, lesson, artefact, ct);
    }

    private static ArtefactContent Write(CourseMaterial material, ModuleReading reading)
    {
        var lesson = material.LessonWriter.Write(reading.Module.Title, reading.Module.ChunkIds, reading.Objectives);
        var chunks = material.ChunksOf(reading.Module).ToDictionary(c => c.Id);
        var checks = new LessonChecks(material.Support, chunks).Check(lesson, reading.Objectives.Select(o => o.Id));
        return new ArtefactContent(JsonSerializer.Serialize(lesson, JsonColumn.Options), checks);
    }

    private async Task KeepAsync(TutorDb db, Generation claim, Module module, LessonBody lesson, Artefact artefact, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CourseRow.LockAsync(db, claim.CourseId, ct);
        await queue.HoldAsync(db, claim, ct);
        await db.Database.ExecuteSqlAsync($"select 1 from modules where id = {module.Id} for update", ct);
        var present = await db.Reviewables.SingleOrDefaultAsync(r => r.ModuleId == module.Id && r.Kind == ReviewableKind.Lesson, ct);
        if (present is null)
            db.Reviewables.Add(Drafting.NewReviewable(module, ReviewableKind.Lesson, NamedGuid.Create(module.Id, "lesson"), null, 0, lesson, artefact.Checks, clock.GetUtcNow(), Origin.WriterOf(artefact)));
        else if (present.State is ReviewState.Proposed or ReviewState.Rejected)
            await ReviseAsync(db, present, lesson, artefact, ct);
        await db.SaveChangesAsync(ct);
        await queue.FinishAsync(db, claim, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task ReviseAsync(TutorDb db, Reviewable present, LessonBody lesson, Artefact artefact, CancellationToken ct)
    {
        var last = await db.Revisions.AsNoTracking().Where(r => r.ReviewableId == present.Id).OrderByDescending(r => r.Number).FirstAsync(ct);
        var revision = Drafting.NewRevision(present.Id, last.Number + 1, lesson, artefact.Checks, clock.GetUtcNow(), Origin.WriterOf(artefact));
        if (revision.Body == last.Body) return;
        db.Revisions.Add(revision);
        present.RevisionId = revision.Id;
        present.State = ReviewState.Proposed;
    }
}
