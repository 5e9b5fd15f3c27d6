using System.Text.RegularExpressions;
using Tutor.Checks;

namespace Tutor.ModelWriting;

/// <summary>What a model writes is text and nothing else: no link, no image, no markup leads a learner away.</summary>
internal static partial class PlainWords
{
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static string? FaultOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? "A text is empty."
        : Markup().IsMatch(text) ? $"“{QuoteCheck.Shorten(text)}” holds a link, an image or markup; write plain sentences."
        : text.Any(c => char.IsControl(c)) ? $"“{QuoteCheck.Shorten(text)}” holds line breaks or characters nobody sees."
        : null;

    [GeneratedRegex(@"https?:|www\.|\]\(|!\[|</?[a-zA-Z][^>]*>|\[\[|javascript:|data:[a-z]+/", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
