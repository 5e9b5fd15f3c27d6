using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>What a sentence can be in a lesson: a key idea, something easily confused, an example, a word on the whole, or part of the explanation.</summary>
internal sealed class LessonRoles(IReadOnlyList<Term> terms, string title, LessonWorth worth)
{
    /// <summary>Score from which a term is one the module teaches.</summary>
    internal const double Taught = 0.25;

    /// <summary>Score from which a definition is surely one.</summary>
    private const double SureDefinition = 0.35;

    /// <summary>Score of a definition plus twice that of its term from which it is a key idea.</summary>
    private const double SureKeyIdea = 1.1;

    private readonly Dictionary<string, double> _terms = terms.GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(t => t.Score), StringComparer.Ordinal);
    private readonly HashSet<string> _taught = terms.Where(t => t.Score >= Taught).Select(t => Spaced(t.Text)).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _title = ContentWords.Of(title).ToHashSet(StringComparer.Ordinal);

    public LessonSectionKind KindOf(LessonCandidate c) =>
        c.Block is not null ? LessonSectionKind.Explanation
        : c.InExample ? LessonSectionKind.Examples
        : IsKeyIdea(c) ? LessonSectionKind.KeyIdeas
        : c.Facts.Any(IsConfusion) && c.CanOpen ? LessonSectionKind.Confusions
        : LessonSectionKind.Explanation;

    /// <summary>A definition that says first what it defines, as an entry of a list of terms does.</summary>
    public bool IsKeyIdea(LessonCandidate c) => c is { CanOpen: true, InExample: false, Block: null, Source.Addresses: false } && KeyScore(c) >= SureKeyIdea && Definition(c) is { } f && OpensWith(c.Alone, f.Term);

    public double KeyScore(LessonCandidate c) => Definition(c) is { } f ? f.Score + (2 * _terms.GetValueOrDefault(f.Key)) : 0;

    public static Fact? Definition(LessonCandidate c) => c.Facts
        .Where(f => f is { Kind: FactKind.Definition, Score: >= SureDefinition } && c.Alone.Contains(f.Term, StringComparison.OrdinalIgnoreCase))
        .MaxBy(f => f.Score);

    /// <summary>Speaks of the matter as a whole: no list item, story, finding or single case.</summary>
    public bool IsGeneral(LessonCandidate c) =>
        c is { InExample: false, Past: false, Block: null } && c.Source is { Addresses: false, Kind: BlockKind.Paragraph } && worth.NamesTerm(c)
        && !c.Facts.Any(f => f.Kind is FactKind.Example or FactKind.Number or FactKind.Claim);

    public bool HoldsTitle(LessonCandidate c) => _title.Count > 0 && _title.All(c.Stems.Contains);

    public bool DefinesTitle(LessonCandidate c) => Definition(c) is { } f && ContentWords.Of(f.Term).All(_title.Contains);

    /// <summary>A comparison of two things the module teaches.</summary>
    private bool IsConfusion(Fact fact) => fact is { Kind: FactKind.Comparison, Other: { } other } && IsTaught(fact.Term) && IsTaught(other);

    private bool IsTaught(string name) => _taught.Contains(Spaced(name));

    private static bool OpensWith(string sentence, string term) =>
        Regex.IsMatch(sentence, @"^(The|An?)?\s*[“""]?" + Regex.Escape(term), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string Spaced(string name) => string.Join(' ', ContentWords.Of(name));
}
