using Microsoft.EntityFrameworkCore;
using Tutor.Chunking;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.Parsing;
using Tutor.Retrieval;
using Tutor.Retrieval.Embedding;
using Tutor.Work;

namespace Tutor.Sources;

/// <summary>File to blocks to chunks to vectors to rows. Safe to run again at any point: what is there already is not made twice.</summary>
public sealed class SourceIngestor(FileStore files, SourceParsers parsers, EmbeddingStore embeddings, SourceQueue queue, IDbContextFactory<TutorDb> contexts, TimeProvider clock)
{
    // Shares of the progress bar, from the stages' times on textbook chapters.
    private const double Parsed = .6, Stored = .7;

    public async Task IngestAsync(Source source, CancellationToken ct)
    {
        var parsed = await ParseAsync(source, ct);
        var chunks = Chunker.Chunk(source.CourseId, source.Id, parsed.Blocks);
        await StoreAsync(source, parsed, chunks, ct);
        await embeddings.EmbedAsync(source.CourseId, chunks, Fences.Source(source.Id, source.Fence), null, ct);
        await FinishAsync(source, ct);
    }

    private async Task<ParsedSource> ParseAsync(Source source, CancellationToken ct)
    {
        var progress = new SourceProgress(queue, source, upTo: Parsed);
        var parsed = await parsers.ParseAsync(files.PathOf(source.Sha256), source.Name, progress, ct);
        await progress.FinishAsync();
        return parsed;
    }

    /// <summary>Blocks and chunks in one transaction. Chunk ids are a function of source and text, so that a second run finds the first one's rows.</summary>
    private async Task StoreAsync(Source source, ParsedSource parsed, IReadOnlyList<Chunk> chunks, CancellationToken ct)
    {
        await queue.ProgressAsync(source, nameof(SourceState.Embedding), Parsed, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await queue.HoldAsync(db, source, ct);
        await db.SourceBlocks.Where(b => b.SourceId == source.Id).ExecuteDeleteAsync(ct);
        var ids = chunks.Select(c => c.Id).ToHashSet();
        await db.Chunks.Where(c => c.SourceId == source.Id && !ids.Contains(c.Id)).ExecuteDeleteAsync(ct);
        var present = await db.Chunks.Where(c => c.SourceId == source.Id).Select(c => c.Id).ToHashSetAsync(ct);
        db.SourceBlocks.AddRange(parsed.Blocks.Select((block, ordinal) => new SourceBlock
        {
            SourceId = source.Id,
            Ordinal = ordinal,
            Page = block.Lines.Select(l => l.Page ?? l.Slide).FirstOrDefault(p => p is not null),
            Block = block,
        }));
        db.Chunks.AddRange(chunks.Where(c => !present.Contains(c.Id)));
        await db.SaveChangesAsync(ct);
        await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.Pages, parsed.Pages)
            .SetProperty(x => x.Title, parsed.Title)
            .SetProperty(x => x.ChunkCount, chunks.Count)
            .SetProperty(x => x.Notes, parsed.Notes ?? Array.Empty<ParseNote>()), ct);
        await transaction.CommitAsync(ct);
    }

    private async Task FinishAsync(Source source, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await queue.HoldAsync(db, source, ct);
        await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ReadyAt, clock.GetUtcNow()), ct);
        await ContentVersion.RaiseAsync(db, source.CourseId, ct);
        await queue.FinishAsync(db, source, ct);
        await transaction.CommitAsync(ct);
    }
}
