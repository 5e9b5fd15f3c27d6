namespace Tutor.Insights;

/// <summary>First answers to one choice of an item.</summary>
/// <param name="Rest">Sum over them of the share that was right in the rest of the same quiz.</param>
/// <param name="RestSquared">Sum of its squares.</param>
internal sealed record TakenChoice(Guid ItemId, Guid RevisionId, Guid? ChoiceId, bool Correct, int Count, double Rest, double RestSquared);

/// <summary>Finds questions that look wrong. What a handful of answers may do by chance is no reason to doubt one.</summary>
internal static class ItemDoubts
{
    /// <summary>People from which on it means something that nobody takes a choice: with three equally good distractors one stays out by chance in 1 of 300.</summary>
    private const int EnoughForNobody = 20;

    /// <summary>How likely chance alone may be.</summary>
    private const double Chance = 0.05;

    public static IReadOnlyList<ItemDoubt> Of(IReadOnlyList<TakenChoice> taken, IReadOnlyList<ChoiceInsight> choices)
    {
        var (all, right) = (taken.Sum(t => t.Count), taken.Where(t => t.Correct).Sum(t => t.Count));
        var doubts = new List<ItemDoubt>();
        if (all > 0 && AtMost(right, all, 1.0 / Math.Max(2, choices.Count)) < Chance) doubts.Add(new ItemDoubt(ItemDoubtKind.BelowChance));
        if (Correlation(taken) is { } r && r < -1.645 / Math.Sqrt(all)) doubts.Add(new ItemDoubt(ItemDoubtKind.StrongFail));
        // Of those who took one of the two, would a fair coin give the distractor so many?
        foreach (var other in choices.Where(c => !c.IsKey && c.Taken > right))
            if (AtMost(right, right + other.Taken, 0.5) < Chance) doubts.Add(new ItemDoubt(ItemDoubtKind.RatherTaken, other.Text));
        if (all >= EnoughForNobody)
            foreach (var idle in choices.Where(c => !c.IsKey && c.Taken == 0)) doubts.Add(new ItemDoubt(ItemDoubtKind.NobodyTakes, idle.Text));
        return doubts;
    }

    /// <summary>Between being right here and the share right in the rest of the quiz (point-biserial); null where either does not vary, or few are right or wrong.</summary>
    private static double? Correlation(IReadOnlyList<TakenChoice> taken)
    {
        var (n, right) = (taken.Sum(t => t.Count), taken.Where(t => t.Correct).Sum(t => t.Count));
        if (right < Share.Few || n - right < Share.Few) return null;
        var (sum, squares, ofRight) = (taken.Sum(t => t.Rest), taken.Sum(t => t.RestSquared), taken.Where(t => t.Correct).Sum(t => t.Rest));
        var spread = Math.Sqrt(Math.Max(0, (squares / n) - (sum / n * (sum / n))));
        if (spread < 1e-9) return null;
        var part = (double)right / n;
        return ((ofRight / right) - ((sum - ofRight) / (n - right))) / spread * Math.Sqrt(part * (1 - part));
    }

    /// <summary>How likely it is that of so many tries, each right with a probability, at most so many are right (binomial).</summary>
    internal static double AtMost(int right, int tries, double probability)
    {
        // In logarithms: 2,000 learners are beyond what a double multiplies out.
        var (sum, term) = (0.0, tries * Math.Log(1 - probability));
        for (var k = 0; k <= right; k++)
        {
            sum += Math.Exp(term);
            term += Math.Log((double)(tries - k) / (k + 1)) + Math.Log(probability / (1 - probability));
        }
        return Math.Min(1, sum);
    }
}
