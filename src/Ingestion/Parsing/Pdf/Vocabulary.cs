using System.Text.RegularExpressions;

namespace Tutor.Parsing.Pdf;

/// <summary>The document's own words: they decide whether a hyphen at a line's end belongs to the word.</summary>
internal sealed partial class Vocabulary
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    // "self" of self-esteem: words that stand before a hyphen inside a line.
    private readonly HashSet<string> _prefixes = new(StringComparer.OrdinalIgnoreCase);

    // Whether the document breaks words at all: most of its lines' hyphens are then no part of the word.
    private readonly bool _breaksWords;

    public Vocabulary(IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines)
            foreach (var match in Words().EnumerateMatches(line.Text))
            {
                var word = line.Text.AsSpan(match.Index, match.Length);
                // The last word of a line may be a part of one, so it is no witness.
                if (match.Index + match.Length >= line.Text.TrimEnd().Length - 1 && line.Text.EndsWith('-')) continue;
                _words.Add(word.ToString());
                if (word.LastIndexOf('-') is > 0 and var hyphen) _prefixes.Add(word[..hyphen].ToString());
            }
        _breaksWords = BreaksWords(lines);
    }

    /// <summary>
    /// By the line breaks whose whole word stands elsewhere, with or without its hyphen; where there are none, by their share:
    /// hyphenated books break one line in eight to thirty, real hyphens end one in a hundred.
    /// </summary>
    private bool BreaksWords(IReadOnlyList<TextLine> lines)
    {
        const double share = .03;
        int ends = 0, joined = 0, kept = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i].Text.EndsWith('-') && !lines[i].Text.EndsWith('\u2010')) continue;
            ends++;
            var half = LastWord().Match(lines[i].Text).Value.TrimEnd('-', '\u2010');
            var rest = FirstWord().Match(lines[i + 1].Text).Value;
            if (half.Length == 0 || rest.Length == 0) continue;
            if (_words.Contains(half + rest)) joined++;
            else if (_words.Contains(half + "-" + rest)) kept++;
        }
        return joined + kept > 3 ? joined >= kept : ends > lines.Count * share;
    }

    /// <summary>Whether the hyphen between two halves at a line break was only put there to break the line.</summary>
    /// <param name="before">The text that ends in a letter and the hyphen.</param>
    public bool JoinsWithoutHyphen(string before, string after)
    {
        var left = LastWord().Match(before).Value;
        var right = FirstWord().Match(after).Value;
        var half = left.TrimEnd('-', '\u2010');
        if (right.Length == 0 || half.Length == 0) return false;
        if (_words.Contains(half + right)) return true;
        if (_words.Contains(half + "-" + right) || half.Contains('-') || right.Contains('-') || !char.IsLower(right[0])) return false;
        if (!_breaksWords || _prefixes.Contains(half)) return false;
        // Two words that both stand alone, such as "long-" and "term", are more often a compound than one broken word.
        return !(half.Length > 2 && right.Length > 3 && _words.Contains(half) && _words.Contains(right));
    }

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\p{L}\-\u2010]+$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^\p{L}+(?:-\p{L}+)*")]
    private static partial Regex FirstWord();
}
