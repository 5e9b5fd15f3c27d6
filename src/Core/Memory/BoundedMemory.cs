using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Tutor.Memory;

/// <summary>
/// Values that never change, as many as fit. Two halves: what is used is in the younger; when that is full it becomes the older, and what
/// was not used since goes. Reading takes no lock.
/// </summary>
/// <param name="mostBytes">About what both halves hold together, keys included.</param>
public sealed class BoundedMemory<TKey, TValue>(long mostBytes)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile Half _young = new();
    private volatile Half _old = new();

    public long Bytes => _young.Bytes + _old.Bytes;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.Entries.TryGetValue(key, out var entry))
        {
            value = entry.Value;
            return true;
        }
        if (_old.Entries.TryGetValue(key, out entry))
        {
            Put(key, value = entry.Value, entry.Bytes);
            return true;
        }
        value = default;
        return false;
    }

    /// <param name="bytes">About what the key and the value take. Too large a value is not kept.</param>
    public void Put(TKey key, TValue value, long bytes)
    {
        if (bytes > mostBytes / 2) return;
        var young = _young;
        var before = 0L;
        young.Entries.AddOrUpdate(key, new Entry(value, bytes), (_, old) =>
        {
            before = old.Bytes;
            return new Entry(value, bytes);
        });
        if (young.Add(bytes - before) > mostBytes / 2) Turn(young);
    }

    private void Turn(Half full)
    {
        lock (_turning)
        {
            if (_young != full) return;
            _old = full;
            _young = new Half();
        }
    }

    private readonly record struct Entry(TValue Value, long Bytes);

    private sealed class Half
    {
        private long _bytes;

        public ConcurrentDictionary<TKey, Entry> Entries { get; } = new();

        public long Bytes => Volatile.Read(ref _bytes);

        public long Add(long bytes) => Interlocked.Add(ref _bytes, bytes);
    }
}
