namespace Tutor.Parsing.Pdf;

/// <summary>Running text for test pages, broken into lines of about the given number of characters.</summary>
internal static class Prose
{
    public const string Cell =
        "Every living thing is made of one or more cells. A cell is the smallest unit that can carry out all processes of life on its own. "
        + "Plant cells have a rigid wall and capture light in their chloroplasts, while animal cells have neither of the two. "
        + "All cells are enclosed by a membrane that decides which substances may enter and which must leave.";

    public const string Market =
        "A market brings together those who want to buy a good and those who want to sell it. The price settles where the quantity that "
        + "buyers ask for equals the quantity that sellers offer. When the price lies above that point, goods remain unsold and sellers "
        + "lower their demands until the surplus has gone. Taxes and quotas keep a market from reaching the point at all.";

    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width) lines.Add("");
            lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }
        return lines;
    }
}
