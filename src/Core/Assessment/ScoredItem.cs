using Tutor.Review;

namespace Tutor.Assessment;

/// <summary>An answered item with what explains it.</summary>
/// <param name="ChoiceId">Null where it was left out.</param>
/// <param name="Why">Why the chosen choice is not the answer, where the item says so.</param>
public sealed record ScoredItem(Guid ItemId, string Stem, bool Correct, Guid? ChoiceId, Guid KeyChoiceId, string Explanation, string? Why, IReadOnlyList<Citation> Citations, IReadOnlyList<Choice> Choices)
{
    public static ScoredItem Of(Guid itemId, ItemBody body, Guid? choiceId)
    {
        var key = body.Choices.Single(c => c.IsKey).Id;
        var chosen = body.Choices.FirstOrDefault(c => c.Id == choiceId);
        return new ScoredItem(
            itemId, body.Stem, choiceId == key, choiceId, key, body.Explanation, chosen is { IsKey: false } ? chosen.Explanation : null, body.Citations, body.Choices);
    }
}
