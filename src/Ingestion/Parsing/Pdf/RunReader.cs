using System.Net;
using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Reads what <c>pdftohtml -xml</c> writes: fonts, sizes, colours and the order of painting, which the words' reader does not know.
/// </summary>
internal sealed class RunReader
{
    /// <summary>Pixels a point: the highest zoom pdftohtml takes, since it rounds to whole pixels.</summary>
    public const int Zoom = 3;

    private const int MostRunsOnPage = 10_000;
    private readonly Dictionary<string, Face> _faces = new(StringComparer.Ordinal);

    public List<List<Run>> Pages { get; } = [];

    public Task ReadAsync(Stream output, CancellationToken ct) => Utf8Lines.ReadAsync(output, Read, ct);

    private bool Read(ReadOnlySpan<byte> line)
    {
        var element = line.TrimStart("\t "u8);
        if (element.StartsWith("<text "u8) && Pages.Count > 0 && Pages[^1].Count < MostRunsOnPage) AddRuns(element, Pages[^1]);
        else if (element.StartsWith("<page "u8)) Pages.Add([]);
        else if (element.StartsWith("<fontspec "u8)) _faces[Utf8Lines.Text(Utf8Lines.Value(element, " id=\""u8))] = FaceOf(element);
        return true;
    }

    private void AddRuns(ReadOnlySpan<byte> element, List<Run> page)
    {
        var from = element.IndexOf((byte)'>') + 1;
        if (from <= 0) return;
        var head = element[..from];
        var markup = element[from..];
        var to = markup.LastIndexOf("</text>"u8);
        double x = Number(head, " left=\""u8), y = Number(head, " top=\""u8);
        var face = _faces.GetValueOrDefault(Utf8Lines.Text(Utf8Lines.Value(head, " font=\""u8)));
        var extent = new Extent(x, y, x + Number(head, " width=\""u8), y + Number(head, " height=\""u8)).AtLeast(face.Size);
        foreach (var (text, bold, italic, share) in Styled(Encoding.UTF8.GetString(to < 0 ? markup : markup[..to])))
        {
            // A run holds pieces in several styles; their widths are not told, so each gets its share of the characters.
            var part = extent with { X0 = extent.X0 + (extent.Width * share.From), X1 = extent.X0 + (extent.Width * share.To) };
            var raw = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
            var clean = PdfText.Clean(raw);
            if (clean.Length == 0) NoteSpace(page, part);
            else page.Add(new Run(clean, part, page.Count, face with { Bold = face.Bold || bold, Italic = face.Italic || italic })
            {
                JoinsNext = raw.EndsWith("  ", StringComparison.Ordinal),
            });
        }
    }

    /// <summary>A space that was painted by itself in the midst of a gap stretches a line; right behind a text it means nothing.</summary>
    private static void NoteSpace(List<Run> page, Extent space)
    {
        if (page.Count > 0 && page[^1] is var last && last.Extent.SameRow(space) && space.X0 - last.Extent.X1 > .3 * last.Face.Size) last.JoinsNext = true;
    }

    private static IEnumerable<(string Text, bool Bold, bool Italic, (double From, double To) Share)> Styled(string markup)
    {
        if (!markup.Contains('<', StringComparison.Ordinal)) return [(markup, false, false, (0, 1))];
        var pieces = new List<(string Text, bool Bold, bool Italic, int Start)>();
        var text = new StringBuilder();
        int bold = 0, italic = 0, total = 0;
        for (var i = 0; i < markup.Length; i++)
        {
            var close = markup[i] == '<' ? markup.IndexOf('>', i) : -1;
            if (close < 0)
            {
                text.Append(markup[i]);
                continue;
            }
            Flush();
            switch (markup[(i + 1)..close])
            {
                case "b": bold++; break;
                case "/b": bold--; break;
                case "i": italic++; break;
                case "/i": italic--; break;
            }
            i = close;
        }
        Flush();
        return pieces.Select(p => (p.Text, p.Bold, p.Italic, ((double)p.Start / total, (double)(p.Start + p.Text.Length) / total)));

        void Flush()
        {
            if (text.Length == 0) return;
            pieces.Add((text.ToString(), bold > 0, italic > 0, total));
            total += text.Length;
            text.Clear();
        }
    }

    private static Face FaceOf(ReadOnlySpan<byte> element)
    {
        var family = Utf8Lines.Text(Utf8Lines.Value(element, " family=\""u8));
        var colour = Utf8Lines.Text(Utf8Lines.Value(element, " color=\""u8));
        return new Face(Number(element, " size=\""u8), FontName.IsBold(family), FontName.IsItalic(family), FontName.IsPale(colour));
    }

    private static double Number(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name) => Utf8Lines.Number(element, name) / Zoom;
}
