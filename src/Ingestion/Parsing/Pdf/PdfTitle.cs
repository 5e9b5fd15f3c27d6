using System.Text.RegularExpressions;

namespace Tutor.Parsing.Pdf;

/// <summary>The title a PDF carries, unless it is the name of the file it was made from.</summary>
internal static partial class PdfTitle
{
    public static string? Choose(string? title)
    {
        if (title is null) return null;
        title = PdfText.Clean(title);
        return title.Length < 3 || FileNames().IsMatch(title) ? null : title;
    }

    [GeneratedRegex(@"^(?:Microsoft \w+ - |untitled|unbenannt|document\d*$|slide 1$|powerpoint)|\.(?:docx?|pptx?|indd|tex|dvi|qxd|pdf|odt|rtf|html?|pages)$", RegexOptions.IgnoreCase)]
    private static partial Regex FileNames();
}
