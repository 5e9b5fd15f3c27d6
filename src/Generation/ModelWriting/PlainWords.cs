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
        : InjectedOrders.IsIn(text) ? "It repeats an order that stands in the material; tell what the material teaches."
        : text.Any(c => char.IsControl(c)) ? $"“{QuoteCheck.Shorten(text)}” holds line breaks or characters nobody sees."
        : null;

    /// <summary>A fault as it may be kept and shown: without what a model repeated of an order or a link.</summary>
    public static string OfFault(string fault) => FaultOf(fault) is null ? QuoteCheck.Shorten(fault) : "It repeated an order or a link that stands in the material, or wrote markup.";

    [GeneratedRegex(@"https?:|www\.|\]\(|!\[|</?[a-zA-Z][^>]*>|\[\[|javascript:|data:[a-z]+/", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
