using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Artefacts;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.ModelWriting;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Items;

/// <summary>Fills a module's pool of items. Asked again for more, it adds; what is there already is never made twice.</summary>
public sealed class ItemGenerator(CourseMaterials materials, ArtefactStore artefacts, ModelAuthors authors, GenerationQueue queue, IDbContextFactory<TutorDb> contexts, TimeProvider clock)
{
    /// <summary>Items a section, where nobody asked for a number: enough for a quiz and a second one.</summary>
    private const int PerSection = 4;
    private const int Least = 8;

    /// <summary>A quiz of fewer is one of too few.</summary>
    private const int QuizWants = 6;

    /// <summary>Shorter sections have less to ask for: nobody misses what a page cannot give.</summary>
    private const int WordsOfItem = 150;

    /// <summary>More than are wanted: checks throw some away, and a section that is divided among modules gives each its own.</summary>
    private const int Drafts = 200;

    /// <summary>What a pool keeps: more than these nobody reviews for one module.</summary>
    private const int MostItems = 30;

    public async Task WriteAsync(Generation claim, CancellationToken ct)
    {
        var material = await materials.GetAsync(claim.CourseId, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ModuleReading.ReadAsync(db, claim.ModuleId!.Value, ct) is not { } reading) throw new LeaseLostException();
        var sections = reading.Sections(material);
        var usual = Math.Max(Least, PerSection * sections.Count);
        await queue.ProgressAsync(claim, nameof(WorkState.Running), .2, ct);
        var artefact = await authors.ItemsAsync(material, reading, () => Pool(material, reading), ct)
            ?? await artefacts.GetOrWriteAsync("items", reading.Inputs(material), WriterName.Extractive, _ => Task.FromResult(Write(material, reading)), ct);
        await queue.ProgressAsync(claim, nameof(WorkState.Running), .9, ct);
        var pool = JsonSerializer.Deserialize<ItemPool>(artefact.Output!, JsonColumn.Options)!;
        var found = Substance.Of(material.Facts, material.ChunksOf(reading.Module));
        if (pool.Items.Count == 0 && !await db.Reviewables.AnyAsync(r => r.ModuleId == claim.ModuleId && r.Kind == ReviewableKind.Item, ct))
            throw new SourceRefusedException(Shortage.OfItems(found, QuizWants));
        await AddAsync(db, claim, reading.Module, pool.Items.Take(claim.Count ?? usual), Shortage.OfFewItems(found, pool.Items.Count, Math.Clamp(found.Words / WordsOfItem, QuizWants, usual)), ct);
    }

    private static ArtefactContent Write(CourseMaterial material, ModuleReading reading) =>
        new(JsonSerializer.Serialize(Pool(material, reading), JsonColumn.Options), []);

    private static ItemPool Pool(CourseMaterial material, ModuleReading reading) => new(
    [
        .. material.ItemWriter
            .Write(reading.Sections(material), reading.Drafts(material), Drafts)
            .Where(d => reading.Module.ChunkIds.Contains(d.Fact.Evidence.Chunk.Id))
            .Select(d => new PooledItem(d.Body, d.Objective is { } i ? reading.Objectives[i].Id : null, d.Confidence, material.ItemChecks.Check(d.Body)))
            .Where(i => i.Checks.All(c => c.Passed))
            .Take(MostItems),
    ]);

    private async Task AddAsync(TutorDb db, Generation claim, Module module, IEnumerable<PooledItem> items, Notice? notice, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CourseRow.LockAsync(db, claim.CourseId, ct);
        await queue.HoldAsync(db, claim, ct);
        await db.Database.ExecuteSqlAsync($"select 1 from modules where id = {module.Id} for update", ct);
        var present = await db.Reviewables.Where(r => r.ModuleId == module.Id && r.Kind == ReviewableKind.Item).Select(r => r.Id).ToHashSetAsync(ct);
        var position = present.Count;
        foreach (var item in items)
        {
            var id = NamedGuid.Create(module.Id, $"item {item.Body.Stem} {string.Join('|', item.Body.Choices.Select(c => c.Text))}");
            if (!present.Add(id)) continue;
            db.Reviewables.Add(Drafting.NewReviewable(module, ReviewableKind.Item, id, item.ObjectiveId, position++, item.Body, item.Checks, clock.GetUtcNow(), item.Writer));
        }
        await db.SaveChangesAsync(ct);
        await db.Generations.Where(g => g.Id == claim.Id).ExecuteUpdateAsync(g => g.SetProperty(x => x.Notice, notice), ct);
        await queue.FinishAsync(db, claim, ct);
        await transaction.CommitAsync(ct);
    }
}
