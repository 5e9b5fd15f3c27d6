namespace Tutor.Retrieval;

/// <summary>
/// The courses in use, in memory. A course is loaded by one caller while the others wait; when the whole exceeds
/// <paramref name="mostBytes"/> the courses longest unused go.
/// </summary>
public sealed class CourseIndexCache(CourseIndexLoader loader, long mostBytes = CourseIndexCache.DefaultBytes)
{
    /// <summary>About ten courses of 10,000 chunks.</summary>
    public const long DefaultBytes = 256L << 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, LinkedListNode<(Guid CourseId, CourseIndex Index)>> _held = [];
    private readonly LinkedList<(Guid CourseId, CourseIndex Index)> _byUse = [];
    private readonly Dictionary<Guid, Task<CourseIndex>> _loading = [];
    private long _bytes;

    public long Bytes
    {
        get { lock (_lock) return _bytes; }
    }

    /// <param name="version">The course's content version; the index is of this one or a later one.</param>
    public async Task<CourseIndex> GetAsync(Guid courseId, long version, CancellationToken ct)
    {
        while (true)
        {
            Task<CourseIndex> loading;
            lock (_lock)
            {
                if (Held(courseId) is { } held && held.Version >= version) return held;
                if (!_loading.TryGetValue(courseId, out loading!)) _loading[courseId] = loading = Task.Run(() => LoadAsync(courseId), CancellationToken.None);
            }
            // Who gives up does not stop the load: others wait for it.
            if (await loading.WaitAsync(ct) is var index && index.Version >= version) return index;
        }
    }

    private async Task<CourseIndex> LoadAsync(Guid courseId)
    {
        try
        {
            var index = await loader.LoadAsync(courseId, CancellationToken.None);
            lock (_lock) Keep(courseId, index);
            return index;
        }
        finally
        {
            lock (_lock) _loading.Remove(courseId);
        }
    }

    private CourseIndex? Held(Guid courseId)
    {
        if (!_held.TryGetValue(courseId, out var node)) return null;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value.Index;
    }

    private void Keep(Guid courseId, CourseIndex index)
    {
        if (_held.TryGetValue(courseId, out var old)) Drop(old);
        _held[courseId] = _byUse.AddFirst((courseId, index));
        _bytes += index.Bytes;
        while (_bytes > mostBytes && _byUse.Last is { } last && last != _byUse.First) Drop(last);
    }

    private void Drop(LinkedListNode<(Guid CourseId, CourseIndex Index)> node)
    {
        _byUse.Remove(node);
        _held.Remove(node.Value.CourseId);
        _bytes -= node.Value.Index.Bytes;
    }
}
