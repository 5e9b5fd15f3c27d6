using System.Text.RegularExpressions;

namespace Tutor.Checks;

/// <summary>Whether the words of an option can stand alone: not cut off, not about the text they were taken from.</summary>
internal static partial class OptionWording
{
    /// <returns>What is wrong, as the end of a sentence about the option; null where nothing is.</returns>
    public static string? Fault(string option) => !IsClosed(option) ? "opens a mark that it does not close"
        : Open().Match(option) is { Success: true } cut ? $"is cut off: it ends in “{cut.Value}”"
        : OfTheText().IsMatch(option) ? "speaks of the text instead of the matter"
        : null;

    private static bool IsClosed(string text) =>
        text.Count(c => c == '“') == text.Count(c => c == '”') && text.Count(c => c == '"') % 2 == 0 && text.Count(c => c == '(') == text.Count(c => c == ')');

    [GeneratedRegex(@"\b(?:a|an|the|of|and|or|but|who|whose|with|from|as|than|because|such)$", RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    /// <summary>"that people will discuss shortly", "described above".</summary>
    [GeneratedRegex(@"\bwill (?:discuss|see|learn|explore|examine|consider|return|cover|look)\b|\b(?:discussed|described|mentioned|covered|explored|examined) (?:later|below|above|earlier|shortly|next|previously|here)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheText();
}
