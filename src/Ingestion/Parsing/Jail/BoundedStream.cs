namespace Tutor.Parsing.Jail;

/// <summary>A pipe that ends after a number of bytes and tells when there would have been more.</summary>
internal sealed class BoundedStream(Stream inner, long limit, Action exceeded) : Stream
{
    public long BytesRead { get; private set; }

    /// <summary>True once the writer has closed its end, or the limit was passed.</summary>
    public bool Ended { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Ended ? 0 : Count(inner.Read(buffer), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Ended ? 0 : Count(await inner.ReadAsync(buffer, cancellationToken), buffer.Length);

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read, int asked)
    {
        if (read == 0 && asked > 0) Ended = true;
        BytesRead += read;
        if (BytesRead <= limit) return read;
        Ended = true;
        var over = (int)Math.Min(read, BytesRead - limit);
        BytesRead = limit;
        exceeded();
        return read - over;
    }
}
