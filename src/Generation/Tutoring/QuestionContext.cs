using Tutor.Chats;
using Tutor.Facts;
using Tutor.Checks;
using Tutor.Retrieval;

namespace Tutor.Tutoring;

/// <summary>A question with what it takes to answer it.</summary>
/// <param name="Found">Passages, best first.</param>
/// <param name="AsksModel">False without a model of the role tutor, and for whoever wants none asked.</param>
/// <param name="Guard">Of the open item beside the chat; null where there is none.</param>
internal sealed record QuestionContext(AskedMessage Asked, ScreenContent Screen, string Reading, AskedQuestion Question, IReadOnlyList<Passage> Found, bool Covered, KeyGuard? Guard, bool AsksModel)
{
    public Guid CourseId => Asked.Chat.CourseId;

    public bool Allows(Evidence evidence) => !InjectedOrders.IsIn(evidence.Text) && (Guard?.Allows(evidence) ?? true);
}
