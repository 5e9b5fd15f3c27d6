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
        var words = WithoutColon(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((w, i) => IsOfName(words, i) ? w : Word(w)));
    }

    /// <summary>"Anxiety: Early Signs" is about the early signs of anxiety, "Wallerstein: The World System" about what a person wrote; else the first part says it.</summary>
    private string WithoutColon(string text)
    {
        if (text.Split(": ") is not { Length: 2 } parts)
        {
            return text;
        }
        if (Aspect().IsMatch(parts[1]))
        {
            return $"{parts[1]} of {parts[0]}";
        }
        return parts[0].Split(' ').All(w => w.Length > 0 && char.IsUpper(w[0]) && !IsKnown(w)) || Announcing().IsMatch(parts[0]) ? parts[1] : parts[0];
    }

    private bool IsOfName(string[] words, int i) => i > 0 && table.Casing.IsName(words[i - 1], words[i]) || i + 1 < words.Length && table.Casing.IsName(words[i], words[i + 1]);

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
        if (bare.IndexOfAny(['-', '–', '/']) > 0)
        {
            return Joints().Replace(word, m => m.Value.Length == 1 ? m.Value.ToLowerInvariant() : Word(m.Value));
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
        return table.Casing.Knows(lower) || !table.Casing.Stands(lower) && CommonEnding().IsMatch(lower) || ClosedClasses.Words.ContainsKey(lower) || table.Lexicon.Knows(lower);
    }

    [GeneratedRegex(@"^(?:early |common |major )?(?:warning )?(?:signs|symptoms|causes|effects|types|stages|origins|features|functions|characteristics|benefits|treatment|history)$", RegexOptions.IgnoreCase)]
    private static partial Regex Aspect();

    [GeneratedRegex(@"^(?:case study|focus on|box|example|application|in practice|spotlight|feature|(?:part|step|stage|phase) \w+|chapter \w+|unit \w+|lecture \w+|week \w+|topic \w+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Announcing();

    [GeneratedRegex(@"[^-–/]+")]
    private static partial Regex Joints();

    /// <summary>Endings of common nouns: a word of a heading that stands nowhere else is then no name.</summary>
    [GeneratedRegex(@"(?:phobia|ism|ity|ness|ment|tion|sion|ics|ology|osis|ing|ed|ers|ization|isation)$")]
    private static partial Regex CommonEnding();

    [GeneratedRegex("[’']s?$")]
    private static partial Regex Genitive();

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets();
}
