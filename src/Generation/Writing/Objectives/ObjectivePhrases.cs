using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Verb and object of an objective, by what a heading names and what kinds of fact stand under it.</summary>
internal static partial class ObjectivePhrases
{
    public static (string Text, BloomLevel Level)? For(string plain, IReadOnlyList<Fact> facts, string[] parts, Lexicon lexicon)
    {
        if (Question(plain) is { } question)
        {
            return question;
        }
        if (plain.Length < 3 || Empty().IsMatch(plain))
        {
            return null;
        }
        if (Doing(plain, lexicon) is { } doing)
        {
            return (doing, BloomLevel.Understand);
        }
        var including = parts.Length > 1 ? $", including {Join(parts)}" : "";
        var count = facts.Count;
        if (Rows().IsMatch(plain) && parts.Length < 2)
        {
            return ($"Identify {Article(plain)}", BloomLevel.Remember);
        }
        if (Two().Match(plain) is { Success: true } two && parts.Length == 0 && facts.Any(f => f.Kind == FactKind.Comparison && IsOf(f.Term, two.Groups[1].Value, two.Groups[2].Value) && IsOf(f.Other!, two.Groups[1].Value, two.Groups[2].Value)))
        {
            return ($"Compare {two.Groups[1].Value} with {two.Groups[2].Value}", BloomLevel.Analyze);
        }
        if (Views().IsMatch(plain))
        {
            return ($"Discuss {Article(plain)}{including}", BloomLevel.Understand);
        }
        if (facts.Count(f => f.Kind is FactKind.Cause) * 3 >= count && count > 2)
        {
            return ($"Explain {Article(plain)}{including}", BloomLevel.Understand);
        }
        return (parts.Length == 0 && facts.Count(f => f.Kind == FactKind.Definition) * 2 > count && count > 0 ? $"Explain {Article(plain)}" : $"Describe {Article(plain)}{including}", BloomLevel.Understand);
    }

    private static bool IsOf(string term, string a, string b) => a.Contains(term, StringComparison.OrdinalIgnoreCase) || b.Contains(term, StringComparison.OrdinalIgnoreCase) || term.Contains(a, StringComparison.OrdinalIgnoreCase) || term.Contains(b, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Analyzing findings" is "Explain how to analyze findings".</summary>
    private static string? Doing(string plain, Lexicon lexicon)
    {
        var words = plain.Split(' ');
        if (words.Length < 2 || lexicon.VerbOfGerund(words[0].ToLowerInvariant()) is not { } verb)
        {
            return null;
        }
        words[0] = verb;
        if (words.Length > 3 && words[1] is "and" or "or" && lexicon.VerbOfGerund(words[2].ToLowerInvariant()) is { } second)
        {
            words[2] = second;
        }
        return "Explain how to " + string.Join(' ', words);
    }

    public static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        2 => $"{parts[0]} and {parts[1]}",
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))}, and {parts[^1]}",
    };

    /// <summary>"types of poverty" is "the types of poverty".</summary>
    private static string Article(string plain) => OfPhrase().IsMatch(plain) ? "the " + plain : plain;

    /// <summary>Headings that ask: "What is learning", "Why is research important".</summary>
    private static (string, BloomLevel)? Question(string plain)
    {
        var match = What().Match(plain);
        if (match.Success)
        {
            return ($"Define {match.Groups["x"].Value}", BloomLevel.Remember);
        }
        match = WhyHow().Match(plain);
        if (match.Success)
        {
            var (word, verb, rest) = (match.Groups["w"].Value.ToLowerInvariant(), match.Groups["v"].Value.ToLowerInvariant(), match.Groups["x"].Value);
            if (verb is "do" or "does" or "did")
            {
                return verb == "do" ? ($"Explain {word} {rest}", BloomLevel.Understand) : null;
            }
            var space = rest.LastIndexOf(' ');
            return space < 0 ? null : ($"Explain {word} {rest[..space]} {verb} {rest[(space + 1)..]}", BloomLevel.Understand);
        }
        match = Who().Match(plain);
        return match.Success ? ($"Identify {match.Groups["x"].Value}", BloomLevel.Remember) : null;
    }

    [GeneratedRegex(@"^what (?:is|are) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex What();

    [GeneratedRegex(@"^(?<w>why|how) (?<v>is|are|do|does|did) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex WhyHow();

    [GeneratedRegex(@"^who (?:is|are) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"^(?:types|kinds|forms|categories|components|elements|parts|causes|sources|symptoms|characteristics|features|criteria|principles|agents|levels|factors)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^(\S+(?: \S+)?) (?:and|versus|vs\.?|or) (\S+(?: \S+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Two();

    [GeneratedRegex(@"\b(?:perspectives?|theories|approaches|views|models|issues|debate|controversy)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Views();

    [GeneratedRegex(@"^(?!the |a |an )\w+s? (?:of|in|on|behind)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfPhrase();

    [GeneratedRegex(@"^(?:introduction|overview|conclusion|summary|background|examples?|discussion|part \w+|more|other|(?:are|is|can|do|does|should|will|did) (?:you|we|they|people)\b.*|you .*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();
}
