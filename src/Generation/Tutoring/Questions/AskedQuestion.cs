namespace Tutor.Tutoring;

/// <summary>What kind of answer a question wants.</summary>
internal enum QuestionKind
{
    General,
    Definition,
    Comparison,

    /// <summary>Kinds, parts, members: told whole.</summary>
    List,

    /// <summary>Stages, steps, how something is done.</summary>
    Steps,
    Cause,
    Person,
    Quantity,
    Example,

    /// <summary>Of what is on the screen.</summary>
    Summary,
}

/// <summary>A question as it was understood.</summary>
/// <param name="Text">Stands without the conversation.</param>
/// <param name="Topics">What it asks about, as typed: one thing, for a comparison two; none where that cannot be told.</param>
internal sealed record AskedQuestion(string Text, QuestionKind Kind, IReadOnlyList<string> Topics)
{
    /// <summary>Stems that say what it is about.</summary>
    public IReadOnlySet<string> Words { get; } = QuestionWords.Of(Text).ToHashSet(StringComparer.Ordinal);
}
