using Tutor.Models;
using Tutor.Work;

namespace Tutor.Tutoring;

/// <summary>What a learner is told of how an answer came about. Codes are those of the fault, where there was one.</summary>
internal static class TutorNotices
{
    private const string Again = "Ask again for the whole answer.";

    public static Notice Stopped { get; } = new("answer-stopped", "The answer was stopped before its end.", Again);

    public static Notice PartlyCovered { get; } = new("partly-covered", "Your material does not cover the rest of this question.", "Ask your instructor, or look at the nearest passages.");

    public static Notice Broken(ModelFailure failure) => new(failure.Code, "The tutor was cut off in the middle of its answer.", Again);

    public static Notice Instead(ModelFailure failure) => new(failure.Code, "The tutor's language model did not answer just now; these are the material's own sentences.", "You can read on with them, or ask again in a moment.");

    public static Notice Unsupported { get; } = new("model-answer-refused", "What the language model wrote is not supported by your material; these are the material's own sentences.", "Open the citations to read on.");

    public static Notice LeftOut { get; } = new("model-sentences-refused", "Some of what the language model wrote was left out, since your material does not support it.", "Open the citations to read on.");

    public static Notice HeldBack { get; } = new("open-quiz", "What would answer your open question is left out until you hand in the quiz.", "Ask for help with the question, or hand in and ask again.");
}
