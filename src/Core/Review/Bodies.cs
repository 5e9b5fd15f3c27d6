namespace Tutor.Review;

/// <summary>The levels of Bloom's taxonomy as revised by Anderson and Krathwohl (2001).</summary>
public enum BloomLevel
{
    Remember,
    Understand,
    Apply,
    Analyze,
    Evaluate,
    Create,
}

/// <param name="Text">What a learner will be able to do: verb first, 4 to 25 words.</param>
public sealed record ObjectiveBody(string Text, BloomLevel Level, IReadOnlyList<Citation> Citations);

/// <param name="Kind">Kind of question, kebab-case: <c>term-to-definition</c>, <c>cause-to-effect</c> …</param>
/// <param name="Explanation">Why the key is right, in the material's words.</param>
/// <param name="Citations">Prove the key; all from one section.</param>
public sealed record ItemBody(string Kind, BloomLevel Level, string Stem, IReadOnlyList<Choice> Choices, string Explanation, IReadOnlyList<Citation> Citations);

/// <param name="Id">Stable within the item and a function of the content, so that the same inputs give the same bytes.</param>
/// <param name="Citations">For a distractor: what it really is.</param>
/// <param name="Explanation">For a distractor: one sentence on why it is not the answer; may be null.</param>
public sealed record Choice(Guid Id, string Text, bool IsKey, IReadOnlyList<Citation> Citations, string? Explanation = null);

/// <summary>From how short a lesson on a sentence is told: a brief lesson holds only the brief ones, a deep lesson all.</summary>
public enum Detail
{
    Brief,
    Standard,
    Deep,
}

public enum LessonStyle
{
    Prose,
    Examples,
    Outline,
}

public enum LessonSectionKind
{
    Overview,
    KeyIdeas,
    Explanation,
    Examples,
    Confusions,
    Summary,
}

/// <summary>A module's canonical lesson. What a learner reads is a variant of it, a pure function of this and the learner's profile.</summary>
public sealed record LessonBody(IReadOnlyList<LessonSection> Sections, IReadOnlyList<Citation> Citations);

/// <param name="ObjectiveId">The objective an explanation serves.</param>
public sealed record LessonSection(LessonSectionKind Kind, string Heading, Guid? ObjectiveId, IReadOnlyList<LessonSentence> Sentences);

/// <param name="Citations">Indexes into <see cref="LessonBody.Citations"/>, from 0.</param>
/// <param name="Detail">The briefest lesson that tells it.</param>
/// <param name="Required">True for facts that no variant may leave out; such a sentence is always <see cref="Detail.Brief"/>.</param>
public sealed record LessonSentence(string Text, IReadOnlyList<int> Citations, Detail Detail, bool Required = false)
{
    /// <summary>True where a new paragraph begins.</summary>
    public bool Opens { get; init; }

    /// <summary>True where it cannot be read without the sentence before it ("It is also …"): the two are told or left out together.</summary>
    public bool Leans { get; init; }

    /// <summary>The term a key idea defines, shown emphasised.</summary>
    public string? Term { get; init; }

    /// <summary>True where it tells an example; null where it does not.</summary>
    public bool? IsExample { get; init; }

    /// <summary>Where it is not running text.</summary>
    public LessonForm? Form { get; init; }
}

/// <summary>How a part of a lesson is set where it is no sentence of running text. Neighbours of one form belong together.</summary>
public enum LessonForm
{
    /// <summary>Of a list.</summary>
    Item,

    /// <summary>Of a numbered list.</summary>
    Step,
}
