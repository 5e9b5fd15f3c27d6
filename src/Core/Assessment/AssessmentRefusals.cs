namespace Tutor.Assessment;

/// <summary>What people are told about quizzes.</summary>
public static class AssessmentRefusals
{
    /// <summary>Said of another learner's quiz as well.</summary>
    public static Refusal NoSuchQuiz { get; } = new(
        RefusalKind.NotFound, "quiz-not-found", "There is no such quiz", "Open the module's quiz again; you get the one that is yours.");

    public static Refusal NoItems { get; } = new(
        RefusalKind.NotFound, "no-items", "This module has no quiz", "It has no items yet. Read the lesson; an instructor can have items written for the module.");

    public static Refusal NotInQuiz { get; } = new(
        RefusalKind.Unprocessable, "item-not-in-quiz", "An answer belongs to another quiz",
        "Answer only items of this quiz, each by one of its own choices: read the quiz again. Nothing was stored.");

    public static Refusal ExplainedAtEnd { get; } = new(
        RefusalKind.Conflict, "explained-at-end", "The course explains answers at the end", "Hand the quiz in; the result says what was right, and why.");

    public static Refusal AlreadyExplained { get; } = new(
        RefusalKind.Conflict, "answer-explained", "This answer was explained already", "It stays as it is. Go on to the next question.");

    public static Refusal NotAnswered { get; } = new(
        RefusalKind.Unprocessable, "not-answered", "There is no answer yet", "Keep an answer to the item first; then it can be explained.");

    public static Refusal NoKey { get; } = new(
        RefusalKind.Invalid, "no-idempotency-key", "The header Idempotency-Key is missing",
        "Send a new key of 1 to 200 characters with every new attempt, and the same one when you repeat a request. Nothing was stored.");

    public static Refusal NoAttemptsLeft(int allowed) => new(
        RefusalKind.Conflict, "no-attempts-left", "There are no attempts left",
        allowed == 1 ? "The course allows one attempt at this quiz, and you have made it." : $"The course allows {allowed} attempts at this quiz, and you have made them.");
}
