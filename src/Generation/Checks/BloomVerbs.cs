using System.Collections.Frozen;
using Tutor.Review;

namespace Tutor.Checks;

/// <summary>Verbs whose doing can be seen and judged, with the level of the revised taxonomy (Anderson and Krathwohl 2001) they stand for, and those that cannot.</summary>
public static class BloomVerbs
{
    private static readonly FrozenDictionary<string, BloomLevel> s_levels = new (BloomLevel Level, string Verbs)[]
    {
        (BloomLevel.Remember, "cite define identify label list locate match name quote recall recite recognise recognize select state"),
        (BloomLevel.Understand, "characterise characterize classify describe discuss distinguish differentiate explain express give illustrate interpret outline paraphrase restate review summarise summarize translate"),
        (BloomLevel.Apply, "apply calculate carry compute demonstrate determine estimate execute perform predict show solve use"),
        (BloomLevel.Analyze, "analyse analyze associate break categorise categorize compare contrast deduce examine infer order organise organize relate trace"),
        (BloomLevel.Evaluate, "appraise argue assess critique debate defend evaluate judge justify rank support weigh"),
        (BloomLevel.Create, "build combine compose construct create design develop devise formulate plan produce propose write"),
    }.SelectMany(l => l.Verbs.Split(' ').Select(v => (Verb: v, l.Level))).ToFrozenDictionary(x => x.Verb, x => x.Level, StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_vague =
        "acknowledge appreciate be become believe consider cover enjoy explore familiarise familiarize feel gain get grasp have internalise internalize know learn perceive realise realize see study think understand"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="verb">In lower case, base form.</param>
    /// <returns>Null for a verb that is not measurable.</returns>
    public static BloomLevel? LevelOf(string verb) => s_levels.TryGetValue(verb, out var level) ? level : null;

    public static bool IsVague(string verb) => s_vague.Contains(verb);
}
