using System.Globalization;
using Tutor.Sources;

namespace Tutor.Parsing.Office;

/// <summary>Counts the words a reader of the document does not see and that are therefore left out.</summary>
internal sealed class HiddenWords
{
    private int words;

    public ParseNote? Note => words == 0 ? null : new ParseNote("hidden-text", string.Create(CultureInfo.InvariantCulture,
        $"{words} words that readers cannot see (hidden, white or tiny) were left out. Hidden text can carry instructions for machines; look at the file if you did not put it there."));

    public void Add(string text) => words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
