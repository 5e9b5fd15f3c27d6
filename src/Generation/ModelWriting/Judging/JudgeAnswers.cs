namespace Tutor.ModelWriting;

// What judges answer, as the schemas in prompts/ have it.

internal sealed record ItemVerdicts(IReadOnlyList<ItemVerdict> Verdicts);

/// <param name="Item">i1, i2, …</param>
/// <param name="Answers">Letters of the options the passages support.</param>
internal sealed record ItemVerdict(string Item, IReadOnlyList<string> Answers, IReadOnlyList<QuoteAnswer> Quotes, IReadOnlyList<string> Flaws);

internal sealed record GroundingVerdicts(IReadOnlyList<GroundingVerdict> Verdicts);

/// <param name="Statement">s1, s2, …</param>
internal sealed record GroundingVerdict(string Statement, GroundingWord Verdict, string Reason);

internal enum GroundingWord
{
    Supported,
    Partly,
    Contradicted,
    Unsupported,
}
