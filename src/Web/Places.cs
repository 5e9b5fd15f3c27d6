using System.Globalization;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Web;

/// <summary>Where something stands in a source: in words, and as the address of the page that shows it.</summary>
public static class Places
{
    /// <summary>"page 3", "slide 5", "4:12"; for documents without either, the innermost heading.</summary>
    public static string NameOf(Locator locator) => locator switch
    {
        { Page: { } page, PageTo: { } last } => Invariant($"pages {page}–{last}"),
        { Page: { } page } => Invariant($"page {page}"),
        { Slide: { } slide } => Invariant($"slide {slide}"),
        { From: { } from } => Clock(from),
        { Headings: [.., var heading] } => $"“{heading}”",
        _ => "",
    };

    /// <summary>"cells.pdf, page 3".</summary>
    public static string NameOf(Citation citation) => string.Join(", ", new[] { citation.SourceName, NameOf(citation.Locator) }.Where(p => p.Length > 0));

    /// <summary>Minutes and seconds, with hours where there are any.</summary>
    public static string Clock(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Floor(seconds));
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    public static string HrefOf(Citation citation) => HrefOf(citation.SourceId, citation.Locator, citation.ChunkId, citation.Start, citation.Quote.Length);

    /// <summary>The source at the place, with the words marked.</summary>
    public static string HrefOf(Guid sourceId, Locator locator, Guid chunkId, int start, int length)
    {
        var page = locator.Page ?? locator.Slide;
        var path = page is null ? $"/sources/{sourceId}" : Invariant($"/sources/{sourceId}/pages/{page}");
        return Invariant($"{path}?chunk={chunkId}&start={start}&length={length}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
