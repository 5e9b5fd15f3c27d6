using System.Globalization;
using System.Text;

namespace Tutor.Checks;

/// <summary>
/// A text without what typesetting and copying change: kinds of quotes and dashes, ligatures, composed accents, white space, hyphens inside words
/// (so a word broken at a line's end equals the whole word). Every character knows where it came from.
/// </summary>
public sealed class FoldedText
{
    private readonly string _text;
    private readonly int[] _origins;

    private FoldedText(string text, int[] origins, string original)
    {
        _text = text;
        _origins = origins;
        Original = original;
    }

    public string Original { get; }

    public bool IsEmpty => _text.Length == 0;

    public static FoldedText Of(string text)
    {
        var folder = new Folder(text);
        for (var i = 0; i < text.Length; i++) folder.Take(i);
        return folder.Done();
    }

    /// <summary>The first place where a text stands as whole words, in characters of <see cref="Original"/>; null where it does not.</summary>
    /// <param name="from">First character of the original to look at.</param>
    public Sources.TextSpan? Find(FoldedText quote, int from = 0)
    {
        if (quote.IsEmpty) return null;
        var at = Array.BinarySearch(_origins, from);
        if (at < 0) at = ~at;
        while (at > 0 && at < _origins.Length && _origins[at - 1] == from) at--;
        while (at < _text.Length && (at = _text.IndexOf(quote._text, at, StringComparison.Ordinal)) >= 0)
        {
            if (IsWhole(at, quote._text.Length)) return Span(at, quote._text.Length);
            at++;
        }
        return null;
    }

    private bool IsWhole(int start, int length)
    {
        var end = start + length;
        return (start == 0 || !(char.IsLetterOrDigit(_text[start - 1]) && char.IsLetterOrDigit(_text[start])))
            && (end == _text.Length || !(char.IsLetterOrDigit(_text[end - 1]) && char.IsLetterOrDigit(_text[end])));
    }

    private Sources.TextSpan Span(int start, int length)
    {
        int first = _origins[start], last = _origins[start + length - 1];
        var end = last + 1;
        // A folded character may stand for several: an accent that follows its letter, the second half of a surrogate pair.
        while (end < Original.Length && (char.IsLowSurrogate(Original[end]) || char.GetUnicodeCategory(Original[end]) is UnicodeCategory.NonSpacingMark)) end++;
        return new Sources.TextSpan(first, end - first);
    }

    private sealed class Folder(string text)
    {
        private readonly StringBuilder _folded = new(text.Length);
        private readonly List<int> _origins = new(text.Length);

        public void Take(int i)
        {
            var c = text[i];
            if (c is '\u00AD' || char.GetUnicodeCategory(c) is UnicodeCategory.Format || (IsHyphen(c) && JoinsWord(i))) return;
            if (char.IsWhiteSpace(c)) Space(i);
            else if (IsDash(c) || IsHyphen(c)) Dash(i);
            else if (c is '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '`' or '\u00B4') Put('\'', i);
            else if (c is '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB') Put('"', i);
            else if (c < 128) Put(c, i);
            else if (!char.IsLowSurrogate(c)) Decompose(i);
        }

        public FoldedText Done()
        {
            var end = _folded.Length;
            while (end > 0 && _folded[end - 1] == ' ') end--;
            return new FoldedText(_folded.ToString(0, end), [.. _origins.Take(end)], text);
        }

        private void Decompose(int i)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) { Put(text[i], i); return; }
            foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKD)) Put(c, i);
        }

        private void Put(char c, int i)
        {
            _folded.Append(c);
            _origins.Add(i);
        }

        private void Space(int i)
        {
            if (_folded.Length == 0 || _folded[^1] == ' ' || HyphenBefore(i)) return;
            Put(' ', i);
        }

        /// <summary>A dash between words reads the same with and without space around it.</summary>
        private void Dash(int i)
        {
            if (_folded.Length > 0 && _folded[^1] == ' ')
            {
                _folded.Length--;
                _origins.RemoveAt(_origins.Count - 1);
            }
            Put('-', i);
        }

        /// <summary>White space after a dash, or after the hyphen that broke a word at a line's end, says nothing.</summary>
        private bool HyphenBefore(int i)
        {
            while (i > 0 && char.IsWhiteSpace(text[i - 1])) i--;
            return i > 0 && (IsDash(text[i - 1]) || IsHyphen(text[i - 1]) || text[i - 1] == '\u00AD');
        }

        private bool JoinsWord(int i)
        {
            if (i == 0 || !char.IsLetter(text[i - 1])) return false;
            var next = i + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            return next < text.Length && char.IsLetter(text[next]);
        }

        private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

        private static bool IsDash(char c) => c is >= '\u2012' and <= '\u2015' or '\u2212';
    }
}
