using System.Collections.Frozen;
using Tutor.Sources;

namespace Tutor.Language;

/// <summary>
/// Finds the sentences of a paragraph. A full stop ends one unless it belongs to an abbreviation, an initial, a number, or stands inside brackets;
/// closing quotes and brackets stay with their sentence, and so does a reference in brackets before the full stop.
/// </summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "e.g", "i.e", "etc", "cf", "vs", "dr", "mr", "mrs", "ms", "prof", "st", "jr", "sr", "fig", "figs", "no", "nos", "vol", "pp", "p", "ed", "eds", "al", "approx", "dept", "est",
        "inc", "ltd", "co", "corp", "gen", "col", "sgt", "rev", "hon", "u.s", "u.k", "u.n", "d.c", "ph.d", "m.d", "a.m", "p.m", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ca", "viz",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>These end a sentence when a function word follows with a capital: "in the U.S. The law …", not "U.S. Army".</summary>
    private static readonly FrozenSet<string> MayEnd = new[] { "etc", "u.s", "u.k", "u.n", "d.c", "a.m", "p.m", "ph.d", "m.d", "inc", "ltd", "co", "corp", "al", "no", "p", "ed", "est", "mar", "dec", "jr", "sr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Spans without the white space between them, in order.</returns>
    public static IReadOnlyList<TextSpan> Split(string text, int start, int length)
    {
        var spans = new List<TextSpan>();
        int from = start, end = start + length, depth = 0;
        for (var i = start; i < end; i++)
        {
            depth = text[i] switch { '(' or '[' => depth + 1, ')' or ']' => Math.Max(0, depth - 1), _ => depth };
            if (text[i] is '.' or '!' or '?' or '…' or '。' or '！' or '？' && Ends(text, i, from, end, depth) is > 0 and var after)
            {
                Add(spans, text, from, after);
                from = after;
                i = after - 1;
                depth = 0;
            }
        }
        Add(spans, text, from, end);
        return spans;
    }

    private static void Add(List<TextSpan> spans, string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }
        if (to > from)
        {
            spans.Add(new TextSpan(from, to - from));
        }
    }

    /// <returns>One past the sentence's last character, or 0 where the mark does not end it.</returns>
    private static int Ends(string text, int i, int from, int end, int depth)
    {
        var after = i + 1;
        while (after < end && text[after] is '.' or '!' or '?' or '”' or '’' or '"' or '\'' or ')' or ']')
        {
            after++;
        }
        if (text[i] is '。' or '！' or '？')
        {
            return depth > 0 && after == i + 1 ? 0 : after;
        }
        if (after >= end)
        {
            return end;
        }
        if (!char.IsWhiteSpace(text[after]) || depth > 0 && !text.AsSpan(i, after - i).ContainsAny(')', ']') && end - i < 400 && text.IndexOfAny([')', ']'], i, end - i) >= 0)
        {
            return 0;
        }
        var next = after;
        while (next < end && (char.IsWhiteSpace(text[next]) || text[next] is '“' or '"' or '‘' or '(' or '[' or '\''))
        {
            next++;
        }
        if (next >= end)
        {
            return end;
        }
        var opens = char.IsUpper(text[next]) || char.IsDigit(text[next]) || !char.IsAscii(text[next]) && char.IsLetter(text[next]) && !char.IsLower(text[next]);
        return opens && !(text[i] == '.' && IsAbbreviation(text, from, i, next)) ? after : 0;
    }

    private static bool OpensSentence(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }
        return ClosedClasses.Words.ContainsKey(text[at..end].ToLowerInvariant());
    }

    private static bool IsAbbreviation(string text, int from, int dot, int next)
    {
        var start = dot;
        while (start > from && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }
        var word = text[start..dot].ToLowerInvariant();
        if (word.Length == 1 && char.IsUpper(text[start]) && word != "i")
        {
            return true; // an initial; "vitamin C." at a sentence's end is rarer than "B. F. Skinner"
        }
        return Abbreviations.Contains(word) && !(char.IsUpper(text[next]) && MayEnd.Contains(word) && OpensSentence(text, next));
    }
}
