using Tutor.Assessment;
using Tutor.Learning;

namespace Tutor.Web;

/// <summary>A probability of mastery in words; nobody learns anything from "0.67".</summary>
public static class MasteryWords
{
    public static string Of(double probability) => probability switch
    {
        < .25 => "not there yet",
        < Dashboards.Weak => "at the beginning",
        < .7 => "on the way",
        < Dashboards.Mastered => "nearly mastered",
        _ => "mastered",
    };

    /// <summary>"2 of 2 right: from at the beginning to nearly mastered."</summary>
    public static string Of(MasteryMove move)
    {
        var (from, to) = (Of(move.From), Of(move.To));
        return $"{move.Right} of {move.Asked} right: {(from == to ? $"still “{to}”" : $"from “{from}” to “{to}”")}.";
    }
}
