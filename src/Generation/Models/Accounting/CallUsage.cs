namespace Tutor.Models.Accounting;

/// <summary>How a call ended.</summary>
/// <param name="Outcome"><c>answered</c>, <c>stopped</c> by the caller, or the code of a <see cref="ModelFailure"/>.</param>
/// <param name="Estimated">True where the endpoint did not say and the tokens are reckoned from characters.</param>
/// <param name="FirstToken">Null where no word came, or the answer was not streamed to the caller.</param>
internal sealed record CallUsage(string Outcome, int Attempts, int InputTokens, int OutputTokens, bool Estimated, TimeSpan Took, TimeSpan? FirstToken)
{
    public const string Answered = "answered", Stopped = "stopped", Running = "running";

    /// <summary>Tokens of a text, roughly: English has some four characters in one.</summary>
    public static int Estimate(int characters) => (characters + 3) / 4;
}
