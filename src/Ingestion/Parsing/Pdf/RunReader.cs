using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Reads what <c>pdftohtml -xml</c> writes: fonts, sizes, colours and the order of painting, which the words' reader does not know.
/// </summary>
internal static class RunReader
{
    /// <summary>Pixels a point: the highest zoom pdftohtml takes, since it rounds to whole pixels.</summary>
    public const int Zoom = 3;

    public static async Task<List<List<Run>>> ReadAsync(Stream output, CancellationToken ct)
    {
        var pages = new List<List<Run>>();
        var faces = new Dictionary<string, Face>(StringComparer.Ordinal);
        using var reader = new StreamReader(output, bufferSize: 64 * 1024);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("<text ", StringComparison.Ordinal) && pages.Count > 0) AddRun(line, pages[^1], faces);
            else if (line.StartsWith("<page ", StringComparison.Ordinal)) pages.Add([]);
            else if (line.AsSpan().TrimStart().StartsWith("<fontspec ", StringComparison.Ordinal)) faces[Value(line, " id=\"")] = FaceOf(line);
        }
        return pages;
    }

    private static void AddRun(string line, List<Run> page, Dictionary<string, Face> faces)
    {
        var from = line.IndexOf('>', StringComparison.Ordinal) + 1;
        var to = line.LastIndexOf("</text>", StringComparison.Ordinal);
        if (to < 0) to = line.Length;
        if (from <= 0 || to <= from) return;
        double x = Number(line, " left=\""), y = Number(line, " top=\"");
        var extent = new Extent(x, y, x + Number(line, " width=\""), y + Number(line, " height=\""));
        var face = faces.GetValueOrDefault(Value(line, " font=\""));
        extent = extent.AtLeast(face.Size);
        foreach (var (text, bold, italic, share) in Styled(line[from..to]))
        {
            // A run holds pieces in several styles; their widths are not told, so each gets its share of the characters.
            var part = extent with { X0 = extent.X0 + extent.Width * share.From, X1 = extent.X0 + extent.Width * share.To };
            var raw = WordReader.Unescape(text);
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

    private static Face FaceOf(string line)
    {
        var family = Value(line, " family=\"");
        return new Face(Number(line, " size=\""), FontName.IsBold(family), FontName.IsItalic(family), FontName.IsPale(Value(line, " color=\"")));
    }

    private static double Number(string line, string name) => WordReader.Attribute(line, name) / Zoom;

    private static string Value(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return "";
        at += name.Length;
        var end = line.IndexOf('"', at);
        return end < 0 ? "" : line[at..end];
    }
}
