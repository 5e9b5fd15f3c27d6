using System.Globalization;
using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>Reads <c>mutool draw -F stext</c>: one element a line, one character an element, lines in the order of painting.</summary>
internal sealed class MutoolReader(int first, CharacterBudget budget)
{
    // In parts of the type size.
    private const double WordGap = .2;
    private readonly List<PageContent> _pages = [];
    private readonly StringBuilder _text = new();
    private List<Word> _words = [];
    private List<Run> _runs = [];
    private Extent _extent;
    private Face _face;
    private int _group;
    private int _row;

    public IReadOnlyList<PageContent> Pages => _pages;

    public Task ReadAsync(Stream output, CancellationToken ct) => Utf8Lines.ReadAsync(output, Read, ct);

    private bool Read(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("<char "u8)) return Add(line);
        if (line.StartsWith("<font "u8)) return SetFont(line);
        if (line.StartsWith("</line"u8))
        {
            _row++;
            return EndWord();
        }
        if (line.StartsWith("<block"u8)) _group++;
        else if (line.StartsWith("<page "u8))
            _pages.Add(new PageContent(first + _pages.Count, Utf8Lines.Number(line, " width=\""u8), Utf8Lines.Number(line, " height=\""u8), _words = [], _runs = []));
        return true;
    }

    private bool SetFont(ReadOnlySpan<byte> line)
    {
        var goOn = EndWord();
        var name = Utf8Lines.Text(Utf8Lines.Value(line, " name=\""u8));
        _face = new Face(Utf8Lines.Number(line, " size=\""u8), FontName.IsBold(name), FontName.IsItalic(name), Pale: false);
        return goOn;
    }

    private bool Add(ReadOnlySpan<byte> line)
    {
        var character = Utf8Lines.Text(Utf8Lines.Value(line, " c=\""u8));
        if (string.IsNullOrWhiteSpace(character)) return EndWord();
        if (Corners(Utf8Lines.Text(Utf8Lines.Value(line, " quad=\""u8))) is not { } extent) return true;
        var goOn = _text.Length == 0 || extent.X0 - _extent.X1 <= WordGap * _face.Size || EndWord();
        if (_text.Length == 0) _face = _face with { Pale = FontName.IsPale(Utf8Lines.Text(Utf8Lines.Value(line, " color=\""u8))) };
        _extent = _text.Length == 0 ? extent : _extent.With(extent);
        _text.Append(character);
        return goOn;
    }

    private bool EndWord()
    {
        var text = PdfText.Clean(_text.ToString());
        _text.Clear();
        if (text.Length == 0) return true;
        _words.Add(new Word(text, _extent, _group, _row, text.Length >= 3 && _extent.Height > 2 * _extent.Width));
        _runs.Add(new Run(text, _extent, _runs.Count, _face));
        return budget.Take(text.Length);
    }

    private static Extent? Corners(string quad)
    {
        var parts = quad.Split(' ');
        var at = new double[8];
        if (parts.Length < 8) return null;
        for (var i = 0; i < 8; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out at[i])) return null;
        double[] x = [at[0], at[2], at[4], at[6]], y = [at[1], at[3], at[5], at[7]];
        return new Extent(x.Min(), y.Min(), x.Max(), y.Max());
    }
}
