using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>Reads <c>mutool draw -F stext</c>: one element a line, one character an element, lines in the order of painting.</summary>
internal static class MutoolReader
{
    private const double WordGap = .2;

    public static async Task<IReadOnlyList<PageContent>> ReadAsync(Stream output, int first, CharacterBudget budget, CancellationToken ct)
    {
        var pages = new List<PageContent>();
        var state = new State();
        using var reader = new StreamReader(output, bufferSize: 64 * 1024);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("<char ", StringComparison.Ordinal)) state.Add(line);
            else if (line.StartsWith("<font ", StringComparison.Ordinal)) state.SetFont(line);
            else if (line.StartsWith("</line", StringComparison.Ordinal)) state.EndLine();
            else if (line.StartsWith("<block", StringComparison.Ordinal)) state.Group++;
            else if (line.StartsWith("<page ", StringComparison.Ordinal))
                pages.Add(state.Begin(first + pages.Count, WordReader.Attribute(line, " width=\""), WordReader.Attribute(line, " height=\"")));
            if (!budget.Take(state.Taken())) break;
        }
        return pages;
    }

    private sealed class State
    {
        private readonly StringBuilder _text = new();
        private List<Word> _words = [];
        private List<Run> _runs = [];
        private Extent _extent;
        private Face _face;
        private int _row;
        private int _taken;

        public int Group { get; set; }

        public PageContent Begin(int number, double width, double height)
        {
            Group = 0;
            return new PageContent(number, width, height, _words = [], _runs = []);
        }

        public int Taken() => Interlocked.Exchange(ref _taken, 0);

        public void SetFont(string line)
        {
            EndWord();
            var name = Value(line, " name=\"");
            _face = new Face(WordReader.Attribute(line, " size=\""), FontName.IsBold(name), FontName.IsItalic(name), Pale: false);
        }

        public void Add(string line)
        {
            var character = WordReader.Unescape(Value(line, " c=\""));
            var quad = Value(line, " quad=\"").Split(' ');
            if (quad.Length < 8 || Corners(quad) is not { } extent) return;
            if (string.IsNullOrWhiteSpace(character))
            {
                EndWord();
                return;
            }
            if (_text.Length > 0 && extent.X0 - _extent.X1 > WordGap * _face.Size) EndWord();
            if (_text.Length == 0) _face = _face with { Pale = FontName.IsPale(Value(line, " color=\"")) };
            _extent = _text.Length == 0 ? extent : _extent.With(extent);
            _text.Append(character);
        }

        public void EndLine()
        {
            EndWord();
            _row++;
        }

        private void EndWord()
        {
            var text = PdfText.Clean(_text.ToString());
            _text.Clear();
            if (text.Length == 0) return;
            _taken += text.Length;
            _words.Add(new Word(text, _extent, Group, _row, text.Length >= 3 && _extent.Height > 2 * _extent.Width));
            _runs.Add(new Run(text, _extent, _runs.Count, _face));
        }

        private static Extent? Corners(string[] quad)
        {
            var at = new double[8];
            for (var i = 0; i < 8; i++)
                if (!double.TryParse(quad[i], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out at[i])) return null;
            double[] x = [at[0], at[2], at[4], at[6]], y = [at[1], at[3], at[5], at[7]];
            return new Extent(x.Min(), y.Min(), x.Max(), y.Max());
        }

        private static string Value(string line, string name)
        {
            var at = line.IndexOf(name, StringComparison.Ordinal);
            if (at < 0) return "";
            at += name.Length;
            var end = line.IndexOf('"', at);
            return end < 0 ? "" : line[at..end];
        }
    }
}
