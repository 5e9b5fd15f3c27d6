using Tutor.Review;

namespace Tutor.Items;

/// <summary>A module's pool as stored, surest first.</summary>
public sealed record ItemPool(IReadOnlyList<PooledItem> Items);

/// <param name="Writer">Null for the extractive writer.</param>
/// <param name="ObjectiveId">The objective it asks for; null where none names its fact.</param>
public sealed record PooledItem(ItemBody Body, Guid? ObjectiveId, double Confidence, IReadOnlyList<CheckResult> Checks, string? Writer = null);
