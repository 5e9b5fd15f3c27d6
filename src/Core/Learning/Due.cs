namespace Tutor.Learning;

/// <summary>An objective to be asked for again.</summary>
/// <param name="IsWeak">It did not go well; else it is only long ago.</param>
public sealed record DueObjective(ObjectiveMastery Mastery, bool IsWeak);

/// <summary>
/// What is due again: what did not go well at once, the rest the later the surer it is. Practice that is spread out lasts longest where its gaps
/// are a fifth to a tenth of the time it shall last (Cepeda, Vul, Rohrer, Wixted and Pashler, "Spacing effects in learning", 2008): a week serves
/// a month or two, a month a year.
/// </summary>
public static class Due
{
    public static readonly TimeSpan Unsure = TimeSpan.FromDays(7), Sure = TimeSpan.FromDays(30);

    /// <summary>In the order of the course.</summary>
    public static IReadOnlyList<DueObjective> Of(IEnumerable<ObjectiveMastery> mastery, DateTimeOffset now) =>
        [.. mastery.Where(m => m.AskedAt is { } asked && now - asked >= WaitOf(m.Probability)).Select(m => new DueObjective(m, m.Probability < Dashboards.Weak))];

    private static TimeSpan WaitOf(double probability) => probability switch
    {
        < Dashboards.Weak => TimeSpan.Zero,
        < Dashboards.Mastered => Unsure,
        _ => Sure,
    };
}
