using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;
using Tutor.Memory;
using Tutor.Parsing;
using Tutor.Retrieval;
using Tutor.Work;

namespace Tutor.Sources;

/// <param name="Source">The accepted source; for bytes the course has already, the one that is there.</param>
/// <param name="Refusal">Why the file was not taken; nothing of it is kept.</param>
/// <param name="AlreadyThere">True where the course has had the same bytes before; nothing was added.</param>
public sealed record UploadResult(Source? Source, Failure? Refusal, bool AlreadyThere = false)
{
    /// <summary>What to know of a file that was there already; else null.</summary>
    public string? Note => AlreadyThere
        ? $"The course has this file already, as {Source!.Name}; nothing was added. To have it read again, retry that source; to take it under another name, delete that source first."
        : null;
}

/// <summary>What instructors do with sources.</summary>
public sealed class SourceService(FileStore files, IDbContextFactory<TutorDb> contexts, Changes changes, TimeProvider clock)
{
    /// <summary>Takes a file into a course: the bytes are kept and the source queued, or the file is refused and nothing stays.</summary>
    public async Task<UploadResult> UploadAsync(Guid courseId, Guid? userId, string fileName, Stream content, CancellationToken ct)
    {
        try
        {
            using var received = await files.ReceiveAsync(content, ct);
            if (UploadCheck.Check(received.Path, fileName) is { } refusal) return new UploadResult(null, refusal);
            var (source, added) = await AddAsync(courseId, userId, fileName, received, ct);
            return new UploadResult(source, null, AlreadyThere: !added);
        }
        catch (SourceRefusedException refused)
        {
            return new UploadResult(null, refused.Failure);
        }
    }

    /// <summary>Back into the queue from any state; whoever works on it now has lost it.</summary>
    public async Task<Source?> RetryAsync(Guid sourceId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sources.Where(s => s.Id == sourceId).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.State, SourceState.Queued)
            .SetProperty(x => x.Progress, 0)
            .SetProperty(x => x.Failure, (Failure?)null)
            .SetProperty(x => x.Attempts, 0)
            .SetProperty(x => x.Fence, x => x.Fence + 1)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), ct);
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, ct);
        if (source is not null) await NotifyAsync(db, source, ct);
        return source;
    }

    /// <summary>Takes a source and its chunks away, in any state: it is out of search with this transaction. What is published keeps its quotes.</summary>
    public Task DeleteAsync(Guid sourceId, CancellationToken ct) => DeleteAsync(sourceId, null, ct);

    /// <param name="userId">Who does it; null for the installation itself.</param>
    public async Task DeleteAsync(Guid sourceId, Guid? userId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, ct);
        if (source is null) return;
        await LockBytesAsync(db, source.Sha256, ct);
        await db.Sources.Where(s => s.Id == sourceId).ExecuteDeleteAsync(ct);
        db.Note(AuditKind.SourceDeleted, userId, source.Name, clock.Now(), source.CourseId);
        await db.SaveChangesAsync(ct);
        await ContentVersion.RaiseAsync(db, source.CourseId, ct);
        if (!await db.Sources.AnyAsync(s => s.Sha256 == source.Sha256, ct)) files.Delete(source.Sha256);
        await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify("source", source.CourseId, source.Id), ct);
        await transaction.CommitAsync(ct);
        changes.Note(source.CourseId);
    }

    /// <summary>The file as uploaded; null when its bytes are gone.</summary>
    public FileStream? OpenContent(Source source)
    {
        var path = files.PathOf(source.Sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous) : null;
    }

    private async Task<(Source Source, bool Added)> AddAsync(Guid courseId, Guid? userId, string fileName, ReceivedFile received, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockBytesAsync(db, received.Sha256, ct);
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.CourseId == courseId && s.Sha256 == received.Sha256, ct) is { } same) return (same, false);
        var source = new Source
        {
            Id = NamedGuid.Create(courseId, received.Sha256),
            CourseId = courseId,
            Name = Path.GetFileName(fileName),
            Sha256 = received.Sha256,
            Bytes = received.Bytes,
            UploadedById = userId,
            CreatedAt = clock.GetUtcNow(),
        };
        files.Keep(received);
        db.Sources.Add(source);
        await db.SaveChangesAsync(ct);
        await NotifyAsync(db, source, ct);
        await transaction.CommitAsync(ct);
        return (source, true);
    }

    // The file and the rows that name it change together: an upload and a deletion of the same bytes wait for each other.
    private static Task<int> LockBytesAsync(TutorDb db, string sha256, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({sha256}, 0))", ct);

    private static async Task NotifyAsync(TutorDb db, Source source, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify("source", source.CourseId, source.Id), ct);
        await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify(CourseEvents.WorkKind, source.CourseId, source.Id), ct);
    }
}
