namespace Tutor;

public static class Clock
{
    /// <summary>Now, to the microsecond: what PostgreSQL keeps, so that an answer made at once and one read later are the same.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
