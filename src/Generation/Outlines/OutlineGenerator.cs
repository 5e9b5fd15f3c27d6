using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Artefacts;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Facts;
using Tutor.Jobs;
using Tutor.ModelWriting;
using Tutor.Retrieval;
using Tutor.Sources;
using Tutor.Work;
using Tutor.Writing;

namespace Tutor.Outlines;

/// <summary>
/// Proposes a course's modules and objectives. What somebody has accepted, edited, published or worked with stays as it is;
/// untouched proposals make way; what is new is added and its lesson and items are ordered.
/// </summary>
public sealed class OutlineGenerator(CourseMaterials materials, ArtefactStore artefacts, ModelAuthors authors, GenerationQueue queue, IDbContextFactory<TutorDb> contexts, TimeProvider clock)
{
    private static readonly Failure s_noMaterial = new(
        "no-material", "No source of this course is ready yet.", "Upload a file, wait until it is ready, and make the outline then.");

    public async Task WriteAsync(Generation claim, CancellationToken ct)
    {
        var material = await materials.GetAsync(claim.CourseId, ct);
        if (material.Chunks.Count == 0) throw new SourceRefusedException(s_noMaterial);
        var (words, rows) = Taught(material);
        if (words < OutlineWriter.CoverSheet) throw new SourceRefusedException(Shortage.OfOutline(words, rows, OutlineWriter.CoverSheet));
        await queue.ProgressAsync(claim, nameof(WorkState.Running), .3, ct);
        var artefact = await artefacts.GetOrWriteAsync("outline", new { material = material.Hash }, WriterName.Extractive, _ => Task.FromResult(OutlineProposal.Write(material)), ct);
        var outline = JsonSerializer.Deserialize<OutlineContent>(artefact.Output!, JsonColumn.Options)!;
        if (outline.Modules.Count == 0) throw new SourceRefusedException(Shortage.OfOutline(words, rows, OutlineWriter.CoverSheet));
        var modules = new List<ProposedModule>();
        foreach (var module in outline.Modules)
        {
            modules.Add(await authors.ObjectivesAsync(material, module, ct));
            await queue.ProgressAsync(claim, nameof(WorkState.Running), .3 + (.5 * modules.Count / outline.Modules.Count), ct);
        }
        var written = new OutlineContent(modules);
        await ApplyAsync(claim, written, NoticeOf(written, material), ct);
    }

    /// <summary>Words outside of tables of data, and the rows of those.</summary>
    private static (int Words, int Rows) Taught(CourseMaterial material)
    {
        var data = DataTables.Of(material.Chunks);
        var parts = material.Chunks.SelectMany(c => c.Parts.Where(p => data.Holds(c, p)).Select(p => (Words: WordCount.Of(c.Text.AsSpan(p.Start, p.Length)), Rows: DataTables.Rows(c, p)))).ToList();
        return (material.Chunks.Sum(c => c.Words) - parts.Sum(p => p.Words), parts.Sum(p => p.Rows));
    }

    private static Notice? NoticeOf(OutlineContent outline, CourseMaterial material)
    {
        var without = outline.Modules.Where(m => m.Objectives.Count == 0).ToList();
        var notEnglish = without.Count(m => !Substance.Of(material.Facts, material.ChunksOf(m.ChunkIds)).IsEnglish);
        return Shortage.OfObjectives(without.Count, notEnglish, outline.Modules.Count);
    }

    private async Task ApplyAsync(Generation claim, OutlineContent outline, Notice? notice, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CourseRow.LockAsync(db, claim.CourseId, ct);
        await queue.HoldAsync(db, claim, ct);
        var merge = await OutlineMerge.ReadAsync(db, claim.CourseId, ct);
        var added = await merge.ApplyAsync(outline, clock.GetUtcNow(), ct);
        var orders = added.SelectMany(m => new[] { GenerationKind.Lesson, GenerationKind.Items }
            .Select(kind => GenerationRequests.New(claim.CourseId, m.Id, kind, null, claim.RequestedById, clock.GetUtcNow()))).ToList();
        db.Generations.AddRange(orders);
        await db.SaveChangesAsync(ct);
        if (orders.Count > 0) await GenerationRequests.NotifyAsync(db, orders[0], ct);
        await db.Generations.Where(g => g.Id == claim.Id).ExecuteUpdateAsync(g => g.SetProperty(x => x.Notice, notice), ct);
        await queue.FinishAsync(db, claim, ct);
        await transaction.CommitAsync(ct);
    }
}
