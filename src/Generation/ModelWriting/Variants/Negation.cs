using System.Text.RegularExpressions;

namespace Tutor.ModelWriting;

/// <summary>Words that turn a meaning round, which a comparison by content words does not see.</summary>
internal static partial class Negation
{
    /// <summary>False where one of the two denies something and the other does not.</summary>
    public static bool IsKept(string text, string original) => Denial().IsMatch(text) == Denial().IsMatch(original);

    [GeneratedRegex(@"\b(not|no|never|none|nobody|nothing|neither|nor|without|cannot|unlike|instead|rather than|lacks?|fails?)\b|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();
}
