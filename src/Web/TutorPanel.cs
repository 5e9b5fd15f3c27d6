using Tutor.Chats;

namespace Tutor.Web;

/// <summary>The tutor beside something: the course it answers from, and what is on the screen.</summary>
/// <param name="QuizId">With an item of it on the screen, the quiz that help is given for.</param>
/// <param name="ChatId">The chat that is gone on with; null begins one with the first question.</param>
/// <param name="Open">True where it is what the page is for.</param>
public sealed record TutorPanel(Guid CourseId, OnScreen Screen, Guid? QuizId = null, Guid? ChatId = null, bool Open = false)
{
    /// <summary>The steps of help in the words of buttons.</summary>
    public static string NameOf(HintStep step) => step switch
    {
        HintStep.Pointer => "Where to look",
        HintStep.Question => "A guiding question",
        HintStep.Concept => "The idea behind it",
        _ => "A similar example",
    };
}

/// <summary>An answer as a page shows it.</summary>
/// <param name="IsThere">Whether a citation's source is still part of the course.</param>
public sealed record ShownAnswer(TutorAnswer Answer, Func<Review.Citation, bool> IsThere);
