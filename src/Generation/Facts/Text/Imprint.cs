using System.Text.RegularExpressions;

namespace Tutor.Facts;

/// <summary>Lines about the document rather than its subject: licence, copyright, where it came from.</summary>
internal static partial class Imprint
{
    /// <summary>Longer paragraphs that mention a licence teach something about it.</summary>
    private const int MostCharacters = 400;

    public static bool Is(string text) => text.Length <= MostCharacters && Marks().IsMatch(text);

    [GeneratedRegex(@"©|\bCC BY\b|\bCC0\b|[Aa]ll rights reserved|[Ll]icensed under|Creative Commons Attribution|[Aa]ccess for free at|\bISBN\b", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
