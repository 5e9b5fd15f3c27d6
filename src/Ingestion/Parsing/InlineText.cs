using System.Text;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>Gathers the runs of one paragraph, cell or item: cleaned, white space collapsed, emphasised runs remembered.</summary>
public sealed class InlineText(TextCleaner cleaner)
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> emphasis = [];
    private bool space;

    public bool IsEmpty => text.Length == 0;

    public int Length => text.Length;

    public void Append(string run, bool emphasised = false)
    {
        var start = -1;
        foreach (var c in cleaner.Clean(run))
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }
            if (space && text.Length > 0) text.Append(' ');
            space = false;
            if (start < 0) start = text.Length;
            text.Append(c);
        }
        if (emphasised && start >= 0) Emphasise(start);
    }

    /// <summary>A line break or the edge of a box: the words on both sides stay apart.</summary>
    public void Space() => space = true;

    public override string ToString() => text.ToString();

    /// <summary>Null where nothing but white space was appended.</summary>
    public Block? ToBlock(BlockKind kind) => IsEmpty ? null : new Block(kind, text.ToString()) { Emphasis = [.. emphasis] };

    private void Emphasise(int start)
    {
        // "**two** **words**" is one term; a joined run starts at most one space after the last one.
        if (emphasis.Count > 0 && (emphasis[^1].End == start || (emphasis[^1].End == start - 1 && text[start - 1] == ' ')))
        {
            start = emphasis[^1].Start;
            emphasis.RemoveAt(emphasis.Count - 1);
        }
        emphasis.Add(new TextSpan(start, text.Length - start));
    }
}
