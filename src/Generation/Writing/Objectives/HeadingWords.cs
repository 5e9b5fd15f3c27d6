using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>Headings as they read inside a sentence: capitals only where the text has them, brackets and dates left out.</summary>
internal sealed partial class HeadingWords(FactTable table)
{
    public string Plain(string heading)
    {
        var question = heading.IndexOf("? ", StringComparison.Ordinal);
        var text = Brackets().Replace(question > 0 ? heading[..question] : heading, "").Trim().TrimEnd('?', '!', ':', '.');
        text = text.Split(": ") is { Length: 2 } parts ? parts[1].Split(' ').Length <= 3 ? parts[1] : parts[0] : text;
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word));
    }

    private string Word(string word)
    {
        var bare = word.Trim('“', '”', '"', ',', '(', ')');
        if (bare.Length == 0 || !char.IsUpper(bare[0]) || bare.Contains('.', StringComparison.Ordinal))
        {
            return word;
        }
        if (ClosedClasses.Words.ContainsKey(bare.ToLowerInvariant()))
        {
            return bare == "I" ? word : word.ToLowerInvariant();
        }
        if (bare.Contains('-', StringComparison.Ordinal) && !table.Casing.IsName(bare) && bare.Split('-').All(p => p.Length == 0 || !p.Skip(1).Any(char.IsUpper) && IsKnown(p)))
        {
            return word.ToLowerInvariant();
        }
        if (bare.All(c => char.IsUpper(c) || !char.IsLetter(c)) && (bare.Length > 4 || ClosedClasses.Words.ContainsKey(bare.ToLowerInvariant())) && !table.Casing.IsName(bare[..1] + bare[1..].ToLowerInvariant()))
        {
            return word.ToLowerInvariant(); // a heading all in capitals
        }
        return Spelling.Small(word, w => table.Casing.IsName(Genitive().Replace(w, "")) || !IsKnown(Genitive().Replace(w, "")));
    }

    /// <summary>Words that stand nowhere in the text keep their capital unless the dictionary has them.</summary>
    private bool IsKnown(string word)
    {
        var lower = word.ToLowerInvariant();
        return table.Casing.Knows(lower) || ClosedClasses.Words.ContainsKey(lower) || table.Lexicon.Knows(lower);
    }

    [GeneratedRegex("[’']s?$")]
    private static partial Regex Genitive();

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets();
}
