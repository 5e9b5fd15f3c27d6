namespace Tutor.Sources;

/// <summary>Where a passage or quote stands, for people: page or slide, heading path, seconds.</summary>
/// <param name="Page">First page the text stands on, from 1.</param>
/// <param name="Headings">Outermost first.</param>
/// <param name="From">Seconds, for transcripts.</param>
public sealed record Locator(int? Page, int? Slide, IReadOnlyList<string> Headings, double? From, double? To)
{
    /// <summary>Last page, where the text runs over a page break.</summary>
    public int? PageTo { get; init; }

    public static Locator Of(IEnumerable<Line> lines, IReadOnlyList<string> headings)
    {
        var all = lines as IReadOnlyCollection<Line> ?? [.. lines];
        int? page = all.Min(l => l.Page), last = all.Max(l => l.Page);
        return new Locator(page, all.Min(l => l.Slide), headings, all.Min(l => l.From), all.Max(l => l.To))
        {
            PageTo = last > page ? last : null,
        };
    }
}
