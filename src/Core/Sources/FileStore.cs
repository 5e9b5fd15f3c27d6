using System.Security.Cryptography;

namespace Tutor.Sources;

/// <summary>A file as received: where it lies for the moment, its hash and size.</summary>
public sealed record ReceivedFile(string Path, string Sha256, long Bytes) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}

/// <summary>The bytes of uploads, under their SHA-256. A file that is there is complete: it is written aside and moved in.</summary>
public sealed class FileStore
{
    public const long MaxBytes = 200L << 20;
    private readonly string _files, _incoming;

    /// <param name="home">The folder everything of Tutor is written to.</param>
    public FileStore(string home)
    {
        _files = Directory.CreateDirectory(Path.Combine(home, "files")).FullName;
        _incoming = Directory.CreateDirectory(Path.Combine(home, "files", "incoming")).FullName;
    }

    public string PathOf(string sha256) => Path.Combine(_files, sha256[..2], sha256);

    /// <summary>Takes a stream in. Whatever goes wrong, no part of it stays.</summary>
    /// <exception cref="SourceRefusedException">More than <see cref="MaxBytes"/>.</exception>
    public async Task<ReceivedFile> ReceiveAsync(Stream content, CancellationToken ct)
    {
        var path = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var bytes = 0L;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
                {
                    if ((bytes += read) > MaxBytes) throw new SourceRefusedException(TooLarge);
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
            }
            return new ReceivedFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Moves a received file to its place; the same bytes may be there already.</summary>
    public void Keep(ReceivedFile file)
    {
        var place = PathOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(file.Path, place, overwrite: true);
    }

    /// <summary>Deletes the bytes, or does nothing where they are gone already.</summary>
    public void Delete(string sha256)
    {
        if (File.Exists(PathOf(sha256))) File.Delete(PathOf(sha256));
    }

    /// <summary>Removes what uploads that were cut off by a crash left behind.</summary>
    public void Sweep(DateTime olderThanUtc)
    {
        foreach (var file in new DirectoryInfo(_incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < olderThanUtc)) file.Delete();
    }

    private static Failure TooLarge => new("too-large", "The file is larger than 200 MB.", "Split it into parts of at most 200 MB, or leave out large pictures, and upload it again.");
}
