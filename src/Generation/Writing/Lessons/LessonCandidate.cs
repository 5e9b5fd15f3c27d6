using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>A sentence of the module that a lesson may tell.</summary>
/// <param name="Index">Place among the module's candidates, in reading order.</param>
/// <param name="Text">As it reads directly behind the sentence before it.</param>
internal sealed record LessonCandidate(int Index, SourceSentence Source, string Text)
{
    /// <summary>As it reads on its own: without the connective it opens with.</summary>
    public required string Alone { get; init; }

    /// <summary>True where it takes up what the sentence before it says, even without its connective.</summary>
    public required bool Leans { get; init; }

    /// <summary>The candidate that stands directly before it in the same paragraph; null where there is none.</summary>
    public LessonCandidate? Before { get; init; }

    /// <summary>True in a paragraph that tells what happened: law, studies, history. Such a paragraph is told from its beginning.</summary>
    public bool Narrative { get; init; }

    /// <summary>True where what it goes on with cannot be told: the sentence before it in its example or story is none a lesson can hold.</summary>
    public bool Broken { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public int Words { get; } = ContentWords.Count(Text);

    public IReadOnlySet<string> Stems { get; } = ContentWords.Of(Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>True for an example and for what goes on with it.</summary>
    public bool InExample { get; init; }

    /// <summary>True where it reports: every finite verb stands in the past tense.</summary>
    public bool Past { get; } = Source.Tokens.Any(t => t.IsFinite) && Source.Tokens.Where(t => t.IsFinite).All(t => t.Form == WordForm.Past);

    /// <summary>What must be told for this sentence to be understood, itself last; empty where that cannot be.</summary>
    public IReadOnlyList<LessonCandidate> Chain()
    {
        const int Longest = 4;
        var chain = new List<LessonCandidate> { this };
        // An example is told from its beginning, or its people and things are strangers.
        while (chain[0].Leans || chain[0].Before is { } before && (Narrative || (chain[0].InExample && before.InExample)))
        {
            if (chain[0].Before is null || chain.Count == Longest) return [];
            chain.Insert(0, chain[0].Before!);
        }
        return chain[0].Broken ? [] : chain;
    }
}
