using Tutor.Review;

namespace Tutor.Web;

/// <summary>A question's choices after it was answered.</summary>
/// <param name="Chosen">Null where it was left out.</param>
public sealed record ShownAnswers(IReadOnlyList<Choice> Choices, Guid? Chosen)
{
    /// <summary>Why the chosen choice is not the answer, where the item says so.</summary>
    public string? Why => Choices.FirstOrDefault(c => c.Id == Chosen && !c.IsKey)?.Explanation;
}
