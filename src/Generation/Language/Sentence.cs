namespace Tutor.Language;

/// <summary>A sentence and its words.</summary>
/// <param name="Text">Exactly as it stands in the text it was cut from.</param>
/// <param name="Start">First character in that text.</param>
/// <param name="Tokens">In order; their offsets count from the start of the same text.</param>
public sealed record Sentence(string Text, int Start, IReadOnlyList<Token> Tokens)
{
    public int End => Start + Text.Length;
}
