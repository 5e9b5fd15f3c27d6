namespace Tutor.Retrieval.Queries;

/// <summary>Quoted words, to be found as they are: in this order, whatever their case, accents and hyphens.</summary>
internal sealed class Phrase
{
    /// <summary>Between two neighbouring words at most: a dash with its spaces, an 's, an article with its apostrophe.</summary>
    private const int WidestGap = 8;

    private readonly string[] _words;
    private readonly bool[] _plain;

    public Phrase(string quoted)
    {
        _words = WordsOf(quoted);
        _plain = [.. _words.Select(w => w.All(char.IsAsciiLetter) && quoted.Contains(w, StringComparison.OrdinalIgnoreCase))];
    }

    public IReadOnlyList<string> Words => _words;

    /// <summary>How often it stands in a text. A word that half of the course has leaves thousands of texts: most are put aside at a glance.</summary>
    public int TimesIn(string text)
    {
        if (!MayStandIn(text)) return 0;
        ReadOnlySpan<string> words = WordsOf(text);
        var times = 0;
        for (var i = 0; i + _words.Length <= words.Length; i++)
            if (words.Slice(i, _words.Length).SequenceEqual(_words)) times++;
        return times;
    }

    /// <summary>False only where it surely does not: a word of plain letters can look otherwise only in a text with other letters.</summary>
    private bool MayStandIn(string text)
    {
        var longest = -1;
        for (var i = 0; i < _words.Length; i++)
            if (_plain[i] && (longest < 0 || _words[i].Length > _words[longest].Length)) longest = i;
        if (longest < 0 || HasOtherLetters(text)) return true;
        for (var at = 0; (at = Next(text, _words[longest], at)) >= 0; at++)
            if (IsBeside(text, at, longest)) return true;
        return false;
    }

    private bool IsBeside(string text, int at, int word)
    {
        if (word > 0 && _plain[word - 1])
        {
            var from = Math.Max(0, at - WidestGap - _words[word - 1].Length);
            if (!text.AsSpan(from, at - from).Contains(_words[word - 1], StringComparison.OrdinalIgnoreCase)) return false;
        }
        if (word + 1 >= _words.Length || !_plain[word + 1]) return true;
        var after = text.AsSpan(at + _words[word].Length);
        return after[..Math.Min(after.Length, WidestGap + _words[word + 1].Length)].Contains(_words[word + 1], StringComparison.OrdinalIgnoreCase);
    }

    private static int Next(string text, string word, int from) => from >= text.Length ? -1 : text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>Beyond ASCII and the dashes, quotation marks and ellipses of a printed text: accents, ligatures, soft hyphens.</summary>
    private static bool HasOtherLetters(string text)
    {
        for (var rest = text.AsSpan(); rest.IndexOfAnyExceptInRange('\0', '\u007F') is >= 0 and var at; rest = rest[(at + 1)..])
            if (rest[at] is not (>= '\u2012' and <= '\u2026')) return true;
        return false;
    }

    private static string[] WordsOf(string text) =>
        [.. Tokenizer.Words(text).Where(w => w.Kind != WordKind.Joined).Select(w => Tokenizer.WithoutAccents(w.Lower))];
}
