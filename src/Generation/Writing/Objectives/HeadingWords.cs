using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>Headings as they read inside a sentence: capitals only where the text has them, brackets and dates left out.</summary>
internal sealed partial class HeadingWords(FactTable table)
{
    public string Plain(string heading)
    {
        var text = Brackets().Replace(heading, "").Trim().TrimEnd('?', '!', ':', '.');
        text = text.Split(": ") is { Length: 2 } parts && parts[1].Contains(' ', StringComparison.Ordinal) ? parts[0] : text.Replace(":", ",", StringComparison.Ordinal);
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word));
    }

    private string Word(string word)
    {
        var bare = word.Trim('“', '”', '"', ',', '(', ')');
        if (bare.Length < 2 || !char.IsUpper(bare[0]))
        {
            return word;
        }
        if (bare.All(c => char.IsUpper(c) || !char.IsLetter(c)) && bare.Length > 4 && !table.Casing.IsName(bare[..1] + bare[1..].ToLowerInvariant()))
        {
            return word.ToLowerInvariant(); // a heading all in capitals
        }
        return Spelling.Small(word, w => table.Casing.IsName(w) || !IsKnown(w));
    }

    /// <summary>Words that stand nowhere in the text keep their capital unless the dictionary has them.</summary>
    private bool IsKnown(string word)
    {
        var lower = word.ToLowerInvariant();
        return table.Casing.Knows(lower) || ClosedClasses.Words.ContainsKey(lower) || table.Lexicon.UseOf(lower).Known || table.Lexicon.SingularOrNull(lower) is not null || lower.Contains('-', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets();
}
