using Tutor.Assessment;
using Tutor.Review;

namespace Tutor.Web;

/// <summary>The questions of a quiz as numbers to go to.</summary>
/// <param name="Here">Number of the one that is shown, from 1.</param>
public sealed record QuizDots(IReadOnlyList<QuizDot> All, int Here)
{
    public int Answered => All.Count(d => d != QuizDot.Open);
}

/// <summary>How one question stands: told by a sign and in words, never by colour alone.</summary>
public sealed record QuizDot(string Look, string Sign, string Words)
{
    public static QuizDot Open { get; } = new("", "", "");
    private static readonly QuizDot s_answered = new("answered", "", ", answered"), s_right = new("right", "✓", ", right"), s_wrong = new("wrong", "✕", ", not right");

    public static QuizDot Of(QuizItem item) => item switch
    {
        { Explained: true } => item.Revision!.As<ItemBody>().Choices.Any(c => c.IsKey && c.Id == item.SavedChoiceId) ? s_right : s_wrong,
        { SavedChoiceId: not null } => s_answered,
        _ => Open,
    };
}
