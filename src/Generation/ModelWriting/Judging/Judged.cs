using Tutor.Models;
using Tutor.Prompts;

namespace Tutor.ModelWriting;

/// <summary>What a judge left of a draft.</summary>
/// <param name="Kept">With what the judge said among the checks.</param>
/// <param name="Rejected">Why the others are not among them.</param>
/// <param name="Away">How the judge failed to answer, where it did; then the checks of plain code stand alone.</param>
public sealed record Judged<T>(T Kept, IReadOnlyList<string> Rejected, ModelFailure? Away, JudgeBill Bill);

/// <summary>What the judge's calls took.</summary>
public readonly record struct JudgeBill(int InputTokens, int OutputTokens)
{
    internal JudgeBill And(ModelAnswer answer) => new(InputTokens + (int)answer.InputTokens, OutputTokens + (int)answer.OutputTokens);
}
