using System.Text.RegularExpressions;

namespace Tutor.Parsing.Html;

/// <summary>
/// Tells before parsing whether a page opens far more elements than it closes. Building the tree of 60 KB of "&lt;div&gt;" takes a second, of ten times
/// as much minutes: the standard's algorithm looks through all open elements at most tags.
/// </summary>
internal static partial class HtmlDepth
{
    /// <summary>Real pages stay under a hundred; careless ones forget to close some hundreds.</summary>
    private const int MostOpen = 3000;

    /// <summary>Elements that never have an end tag, or need none.</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "dt", "dd", "colgroup", "body", "html", "head",
    };

    public static bool IsTame(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var all = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var name = html.AsSpan(tag.Index + 1, tag.Length - 1);
            var closes = name[0] == '/';
            var key = (closes ? name[1..] : name).ToString();
            if (Unclosed.Contains(key)) continue;
            var count = open.GetValueOrDefault(key);
            if (closes && count == 0) continue;
            open[key] = closes ? count - 1 : count + 1;
            all += closes ? -1 : 1;
            if (all > MostOpen) return false;
        }
        return true;
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]{0,15}")]
    private static partial Regex Tag();
}
