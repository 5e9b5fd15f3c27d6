using System.Text.RegularExpressions;

namespace Tutor.Simulation.Answers;

/// <summary>A sentence that says what something is.</summary>
/// <param name="Term">As it opens the sentence, an article and a capital taken away.</param>
/// <param name="Meaning">From its article on, without the full stop.</param>
internal sealed partial record Definition(Sentence Sentence, string Term, string Meaning)
{
    public static IReadOnlyList<Definition> In(IEnumerable<Sentence> sentences) =>
    [
        .. sentences.Select(s => (Sentence: s, Match: Is().Match(s.Text))).Where(x => x.Match.Success && !Loose().IsMatch(x.Match.Groups["meaning"].Value))
            .Select(x => new Definition(x.Sentence, Lower(x.Match.Groups["term"].Value), x.Match.Groups["meaning"].Value))
            .Where(d => !Words.Of(d.Term).Overlaps(Words.Of(d.Meaning)))
            .DistinctBy(d => d.Term, StringComparer.OrdinalIgnoreCase),
    ];

    private static string Lower(string term) => term.Length > 1 && term.Skip(1).All(c => !char.IsUpper(c)) ? char.ToLowerInvariant(term[0]) + term[1..] : term;

    [GeneratedRegex(@"^(?:The |An? )?(?<term>\p{L}[\p{L}-]*(?: [\p{Ll}-]+){0,2}) (?:is|are) (?<meaning>(?:the|an?) [^,;:()]{12,140})\.$")]
    private static partial Regex Is();

    /// <summary>Words that give an option away.</summary>
    [GeneratedRegex(@"\b(always|never|all|every|none|only|completely|entirely|totally|must|impossible|absolutely|usually|often|frequently|sometimes|generally|rarely|typically|many|some|several|few|may|might|could|probably|mostly|both|neither)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();
}
