using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Tutor.Personalising;

namespace Tutor.Web.Reading;

/// <param name="Anchor">Id of the heading; null where the part has none.</param>
/// <param name="Citations">Numbers in it.</param>
public sealed record LessonPart(string? Anchor, string Heading, string Html, IReadOnlySet<int> Citations);

/// <summary>A lesson's HTML cut at its headings, so that a page can list them, lead to them, and put something between them.</summary>
/// <param name="Language">BCP 47; null where it cannot be told.</param>
/// <param name="Direction">As in HTML's dir.</param>
public sealed partial record LessonText(IReadOnlyList<LessonPart> Parts, string? Language, string Direction)
{
    public static LessonText Of(LessonPage page)
    {
        var parts = new List<LessonPart>();
        foreach (var section in SectionStart().Split(page.Html).Where(s => s.Length > 0))
            if (parts.Count > 0 && !section.Contains("<h2>", StringComparison.Ordinal)) parts[^1] = Joined(parts[^1], section);
            else parts.Add(PartOf(section, parts.Count + 1));
        var language = LanguageTags.Of(page.Sentences.Select(s => s.Text));
        return new LessonText(parts, language, LanguageTags.DirectionOf(language));
    }

    private static LessonPart PartOf(string section, int number)
    {
        var heading = Heading().Match(section);
        if (!heading.Success) return new LessonPart(null, "", Shown(section), Numbers(section));
        var anchor = string.Create(CultureInfo.InvariantCulture, $"part-{number}");
        var html = Heading().Replace(section, m => $"<h2 id=\"{anchor}\" dir=\"auto\">{m.Groups[1].Value}</h2>", 1);
        return new LessonPart(anchor, WebUtility.HtmlDecode(heading.Groups[1].Value), Shown(html), Numbers(section));
    }

    private static LessonPart Joined(LessonPart part, string section) =>
        part with { Html = part.Html + Shown(section), Citations = part.Citations.Union(Numbers(section)).ToHashSet() };

    // A number alone says little to who hears it.
    private static string Shown(string html) => Citation().Replace(html, "$0 aria-label=\"Citation $1\"");

    private static HashSet<int> Numbers(string html) => [.. Citation().Matches(html).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    [GeneratedRegex("(?=<section class=\"lesson-)")]
    private static partial Regex SectionStart();

    [GeneratedRegex("<h2>(.*?)</h2>")]
    private static partial Regex Heading();

    [GeneratedRegex("data-citation=\"([0-9]+)\"")]
    private static partial Regex Citation();
}
