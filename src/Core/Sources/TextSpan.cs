namespace Tutor.Sources;

/// <summary>A stretch of a text, in UTF-16 characters.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
