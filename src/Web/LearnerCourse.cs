using Tutor.Learning;

namespace Tutor.Web;

/// <summary>A course on a learner's start page.</summary>
/// <param name="Minutes">For its next step; null where there is none.</param>
public sealed record LearnerCourse(Dashboard Board, int? Minutes, IReadOnlyList<DueModule> Due)
{
    public string NextWords => Board.Next is { } next ? LearningWords.Next(next, Board) : "";

    public string MinutesWords => Minutes is { } minutes ? $"about {Words.Count(minutes, "minute")}" : "";
}

/// <summary>A module some of whose objectives are to be asked for again.</summary>
/// <param name="Why">"2 objectives did not go well, asked yesterday".</param>
public sealed record DueModule(Guid ModuleId, string Title, string Why)
{
    public static IReadOnlyList<DueModule> Of(Dashboard board, DateTimeOffset now) =>
        [.. Learning.Due.Of(board.Mastery, now).GroupBy(d => d.Mastery.ModuleId).Select(g => new DueModule(g.Key, board.Modules.Single(m => m.Id == g.Key).Title, WhyOf([.. g], now)))];

    private static string WhyOf(IReadOnlyList<DueObjective> due, DateTimeOffset now)
    {
        var (weak, old) = (due.Where(d => d.IsWeak).ToList(), due.Where(d => !d.IsWeak).ToList());
        var parts = new List<string>(2);
        if (weak.Count > 0) parts.Add($"{Words.Count(weak.Count, "objective")} did not go well, asked {LastOf(weak, now)}");
        if (old.Count > 0) parts.Add($"{Words.Count(old.Count, weak.Count > 0 ? "other" : "objective")} not asked again since {LastOf(old, now)}");
        return string.Join("; ", parts);
    }

    private static string LastOf(IEnumerable<DueObjective> due, DateTimeOffset now) => LearningWords.Ago(due.Max(d => d.Mastery.AskedAt!.Value), now);
}
