using System.Text.RegularExpressions;
using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>Objectives as headings and as topics of a sentence: what is to be learnt, without the verb that says how it is shown.</summary>
internal static partial class LessonHeadings
{
    /// <summary>"Explain what osmosis is" gives "What osmosis is", "Distinguish osmosis from diffusion" "Osmosis and diffusion".</summary>
    public static string HeadingOf(string objective) => LessonRepairs.Capitalised(MatterOf(objective));

    /// <summary>"Explain what osmosis is" gives "osmosis".</summary>
    public static string TopicOf(string objective) => WhatIs().Replace(MatterOf(objective), "${thing}");

    private static string MatterOf(string objective)
    {
        var text = objective.Trim().TrimEnd('.');
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || BloomVerbs.LevelOf(text[..space].ToLowerInvariant()) is null) return text;
        var matter = text[(space + 1)..].TrimStart();
        if (text[..space].ToLowerInvariant() is "distinguish" or "differentiate") matter = From().Replace(matter, " and ", 1);
        if (text[..space].Equals("compare", StringComparison.OrdinalIgnoreCase)) matter = With().Replace(matter, " and ", 1);
        matter = Lead().Replace(matter, "");
        var including = matter.IndexOf(", including ", StringComparison.Ordinal);
        return including > 0 ? matter[..including] : matter;
    }

    [GeneratedRegex(@"^what (?<thing>.+) (is|are|was|were|means?)$")]
    private static partial Regex WhatIs();

    [GeneratedRegex(@"^(and contrast|between|among) ")]
    private static partial Regex Lead();

    [GeneratedRegex(@" (with|to) ")]
    private static partial Regex With();

    [GeneratedRegex(@" from ")]
    private static partial Regex From();
}
