using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tutor.Memory;

/// <summary>
/// What this process has heard of changes to people and courses. Whatever is held in memory of one is good while nothing of it has changed since it was
/// read, and only while hearing is known to work: a change any process commits ends it within <see cref="Trust"/>, a lost connection does so for all.
/// </summary>
public sealed class Changes
{
    /// <summary>Silence after which nothing in memory is trusted. Whoever hears proves several times as often that it does.</summary>
    public static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(900);

    /// <summary>Names remembered; with more than these all memory is given up at once, which costs one reading of each.</summary>
    private const int MostNames = 20_000;

    private readonly ConcurrentDictionary<Guid, long> _changed = new();
    private long _moment = 1;
    private long _floor;
    private long _heardUntil;

    /// <summary>A moment to remember with what is read from now on: taken before the reading begins.</summary>
    public long Moment => Volatile.Read(ref _moment);

    /// <summary>Whether what was read at a moment, of a person or course, is still so.</summary>
    public bool IsGood(long moment, Guid of) =>
        moment >= Volatile.Read(ref _floor) && (!_changed.TryGetValue(of, out var changed) || moment >= changed) && IsHearing;

    /// <summary>Something of a person or course has changed. Whoever commits a change says so here too: their next request sees it in any case.</summary>
    public void Note(Guid of)
    {
        _changed[of] = Interlocked.Increment(ref _moment);
        if (_changed.Count > MostNames) Forget();
    }

    /// <summary>Anything may have changed.</summary>
    public void Forget()
    {
        Volatile.Write(ref _floor, Interlocked.Increment(ref _moment));
        _changed.Clear();
    }

    /// <summary>All changes committed before a time have been heard.</summary>
    /// <param name="until">Of <see cref="Stopwatch"/>.</param>
    public void Heard(long until) => Volatile.Write(ref _heardUntil, until);

    private bool IsHearing => Volatile.Read(ref _heardUntil) is var until and not 0 && Stopwatch.GetElapsedTime(until) < Trust;
}
