using System.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>Joins lines of print to one text, and remembers where each of them stands in it.</summary>
internal sealed class TextAssembler(Vocabulary vocabulary)
{
    private readonly StringBuilder _text = new();
    private readonly List<Line> _lines = [];
    private readonly List<TextSpan> _emphasis = [];

    public int Length => _text.Length;

    /// <summary>A new item, cell or row begins.</summary>
    public void Separate(string separator) => _text.Append(separator);

    /// <param name="first">True for the first line after a separator: nothing is joined to it.</param>
    /// <param name="skip">Characters of the line that are left out: a list item's marker.</param>
    public void Append(TextLine line, bool first, int skip = 0)
    {
        var text = line.Text[skip..];
        if (text.Length == 0) return;
        if (!first && _text.Length > 0) Join(text);
        var start = _text.Length;
        _text.Append(text);
        _lines.Add(new Line(start, text.Length, line.Page, Box: line.Extent.ToBox()));
        foreach (var span in line.Emphasis)
            if (span.End > skip) Emphasise(start + Math.Max(0, span.Start - skip), span.End - Math.Max(span.Start, skip));
    }

    public Block? ToBlock(BlockKind kind)
    {
        if (_text.Length == 0) return null;
        var whole = _emphasis.Sum(e => e.Length) >= _text.Length * .9;
        return new Block(kind, _text.ToString()) { Lines = _lines, Emphasis = whole ? [] : _emphasis };
    }

    private void Join(string next)
    {
        var last = _text[^1];
        var joins = last is '-' or '\u2010' or '\u00AD' && _text.Length > 1 && char.IsLetter(_text[^2]) && char.IsLetter(next[0]);
        if (!joins)
        {
            if (last == '\u00AD') Shorten();
            if (!(IsCjk(last) && IsCjk(next[0]))) _text.Append(' ');
        }
        else if (last == '\u00AD' || vocabulary.JoinsWithoutHyphen(Tail(), next))
        {
            Shorten();
        }
    }

    private string Tail() => _text.ToString(Math.Max(0, _text.Length - 60), Math.Min(60, _text.Length));

    private void Shorten()
    {
        _text.Length--;
        if (_lines.Count > 0) _lines[^1] = _lines[^1] with { Length = _lines[^1].Length - 1 };
        if (_emphasis.Count > 0 && _emphasis[^1].End > _text.Length) _emphasis[^1] = _emphasis[^1] with { Length = _emphasis[^1].Length - 1 };
    }

    private void Emphasise(int start, int length)
    {
        if (_emphasis.Count > 0 && _emphasis[^1].End >= start - 1)
        {
            length += start - _emphasis[^1].Start;
            start = _emphasis[^1].Start;
            _emphasis.RemoveAt(_emphasis.Count - 1);
        }
        _emphasis.Add(new TextSpan(start, length));
    }

    private static bool IsCjk(char c) => c is >= '\u3000' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
