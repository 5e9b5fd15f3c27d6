using Tutor.Review;

namespace Tutor.Web;

/// <summary>Questions to review, one open at a time, to be gone through by keyboard.</summary>
/// <param name="Here">The desk's own address, to come back to.</param>
/// <param name="More">Address of the next page; null on the last.</param>
public sealed record Desk(string Here, IReadOnlyList<ItemCard> Cards, string? More, string WhenEmpty)
{
    /// <summary>In the address of every desk.</summary>
    public const string Path = "/review?";

    public static IReadOnlyList<string> Reasons { get; } =
        ["The key is not right", "More than one answer is right", "The wrong choices are too easy", "Badly worded", "Not worth asking", "Off the module’s topic"];

    /// <summary>A page of the queue at its desk.</summary>
    /// <param name="here">The address without a cursor.</param>
    public static Desk Of(Page<ReviewEntry> page, string here, ReviewState? state) => new(
        here, [.. page.Items.Select(e => new ItemCard(e, null, here))], page.Next is { } next ? $"{here}&after={Uri.EscapeDataString(next)}" : null,
        state == ReviewState.Proposed ? "Every question has been looked at. New ones appear here as soon as they are written." : "No question is in this state.");
}
