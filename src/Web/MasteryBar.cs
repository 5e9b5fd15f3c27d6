namespace Tutor.Web;

/// <summary>A small bar of how likely something is mastered.</summary>
/// <param name="From">What it was before, where that is shown.</param>
public sealed record MasteryBar(double To, double? From = null)
{
    public static string Percent(double part) => (100 * part).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
