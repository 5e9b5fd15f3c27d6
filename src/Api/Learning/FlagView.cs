using Tutor.OpenApi;
using Tutor.Review;

namespace Tutor.Learning;

public sealed record NewFlag(string? Kind, string? Reason = null) : IExample<NewFlag>
{
    public static NewFlag Example { get; } = new("severalRight", "The second choice is right as well.");
}

/// <summary>A doubt about an item.</summary>
/// <param name="Answer">Of the course's staff, once it is closed.</param>
public sealed record FlagView(Guid Id, Guid ItemId, FlagKind Kind, string Reason, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, string Answer) : IExample<FlagView>
{
    public static FlagView Example { get; } = new(Examples.Id(20), Examples.Id(9), FlagKind.SeveralRight, "The second choice is right as well.", Examples.Time, null, "");

    internal static FlagView Of(Flag flag) => new(flag.Id, flag.ItemId, flag.Kind, flag.Reason, flag.CreatedAt, flag.ClosedAt, flag.Answer);
}

public sealed record FlagAnswer(string? Answer) : IExample<FlagAnswer>
{
    public static FlagAnswer Example { get; } = new("You are right; the choice is changed in the next version.");
}

/// <param name="Closed">Doubts that were open.</param>
public sealed record ClosedFlags(int Closed) : IExample<ClosedFlags>
{
    public static ClosedFlags Example { get; } = new(2);
}
