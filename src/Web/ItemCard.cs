using Tutor.Review;

namespace Tutor.Web;

/// <summary>A question on a reviewer's card.</summary>
/// <param name="Objective">What it asks for; null where the card says instead of which course and module it is.</param>
/// <param name="From">The page to come back to without JavaScript.</param>
public sealed record ItemCard(ReviewEntry Entry, string? Objective, string From)
{
    public ItemBody Body { get; } = Entry.Revision.As<ItemBody>();

    public Guid Id => Entry.Reviewable.Id;

    public ReviewState State => Entry.Reviewable.State;

    /// <summary>Whether it is a row of a review desk, which shows its state beside it.</summary>
    public bool IsOnDesk => From.Contains(Desk.Path, StringComparison.Ordinal);

    /// <summary>The parts of the page that a decision changes.</summary>
    public string Swap => IsOnDesk ? $"#item-{Id}, #state-{Id}" : $"#item-{Id}";

    /// <summary>What each wrong choice really is, where the material says.</summary>
    public IEnumerable<(Choice Choice, IReadOnlyList<Citation> Citations)> DistractorEvidence =>
        Body.Choices.Where(c => !c.IsKey && c.Citations.Count > 0).Select(c => (c, c.Citations));
}
