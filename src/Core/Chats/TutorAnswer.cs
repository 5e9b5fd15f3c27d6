using Tutor.Review;
using Tutor.Work;

namespace Tutor.Chats;

public enum AnswerKind
{
    /// <summary>Sentences, each with what it rests on.</summary>
    Answer,

    /// <summary>The material does not cover it; the nearest passages are named.</summary>
    NotCovered,

    /// <summary>A word back to a greeting or thanks: nothing was looked up.</summary>
    Talk,

    /// <summary>It was a question of a quiz that is not handed in: help is offered in its place.</summary>
    OpenItem,
}

/// <summary>What the tutor said.</summary>
/// <param name="Citations">What the sentences rest on.</param>
/// <param name="Nearest">Where nothing answers: the passages that come nearest.</param>
/// <param name="Writer">Who wrote it: the extractive tutor, or a model as its endpoint calls it.</param>
public sealed record TutorAnswer(AnswerKind Kind, IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations, IReadOnlyList<Citation> Nearest, string Writer)
{
    /// <summary>True where the learner stopped it, or the model went away in the middle.</summary>
    public bool Cut { get; init; }

    /// <summary>What there is to know of how it came about.</summary>
    public Notice? Notice { get; init; }

    public string Text => string.Join(' ', Sentences.Select(s => s.Text));
}

/// <param name="Citations">Indexes into the answer's citations, from 0; none for the tutor's own words.</param>
/// <param name="IsItem">True for an item of a list.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations, bool IsItem = false);
