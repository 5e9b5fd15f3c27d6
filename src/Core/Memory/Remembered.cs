namespace Tutor.Memory;

/// <summary>Rows of people and courses, read once and held while they are as they were. What is not there is not remembered: it may come at any time.</summary>
/// <param name="bytes">About what an entry takes, its key included.</param>
/// <param name="mostBytes">About what is held at most.</param>
public sealed class Remembered<TKey, TValue>(Changes changes, long bytes, long mostBytes)
    where TKey : notnull
    where TValue : class
{
    private readonly BoundedMemory<TKey, Reading> _readings = new(mostBytes);

    /// <param name="of">The person and the course it hangs on (one of them twice where there is only one).</param>
    public async ValueTask<TValue?> GetAsync(TKey key, Func<Task<TValue?>> read, Func<TValue, (Guid First, Guid Second)> of)
    {
        if (_readings.TryGet(key, out var known) && changes.IsGood(known.Moment, known.First) && (known.First == known.Second || changes.IsGood(known.Moment, known.Second))) return known.Value;
        var moment = changes.Moment;
        if (await read() is not { } value) return null;
        var (first, second) = of(value);
        _readings.Put(key, new Reading(value, moment, first, second), bytes);
        return value;
    }

    private sealed record Reading(TValue Value, long Moment, Guid First, Guid Second);
}
