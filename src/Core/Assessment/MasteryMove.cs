namespace Tutor.Assessment;

/// <summary>What an attempt changed of one objective.</summary>
/// <param name="From">Probability of mastery before it, 0 to 1.</param>
/// <param name="To">And after it.</param>
/// <param name="Asked">Items of the attempt that asked for the objective and were answered.</param>
public sealed record MasteryMove(Guid ObjectiveId, double From, double To, int Right, int Asked);
