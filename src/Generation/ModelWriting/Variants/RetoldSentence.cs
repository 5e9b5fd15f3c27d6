using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>A sentence of a lesson, as it is told to one profile.</summary>
/// <param name="Section">Index of the section it stands in.</param>
/// <param name="From">The reviewed sentences it tells; itself where it is told as it is.</param>
internal sealed record RetoldSentence(int Section, LessonSentence Sentence, IReadOnlyList<LessonSentence> From)
{
    public bool IsOwnWords => From is not [var one] || one.Text != Sentence.Text;
}

/// <summary>A lesson told again, in the order of the telling.</summary>
internal sealed record Retelling(IReadOnlyList<RetoldSentence> Sentences);
