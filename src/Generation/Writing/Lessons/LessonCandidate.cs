using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

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

    /// <summary>Of the list or series it belongs to, which is told whole; null for running text.</summary>
    public int? Block { get; init; }

    /// <summary>Null for running text.</summary>
    public LessonForm? Form { get; init; }

    /// <summary>Innermost heading above it; empty where there is none.</summary>
    public string Heading => Source.Headings.Count == 0 ? "" : Source.Headings[^1];

    /// <summary>True where it stands first in its paragraph.</summary>
    public bool OpensParagraph { get; init; }

    /// <summary>True where it can be understood without what stands before it. An example and a story begin with their beginning, or their people and things are strangers.</summary>
    public bool CanOpen => !Leans && !Broken && (Before is null || !(Narrative || (InExample && Before.InExample)));
}
