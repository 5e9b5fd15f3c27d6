using System.Text;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>Gathers the items of a list into one block, one item a line, with the emphasis inside them.</summary>
public sealed class ItemLines
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> emphasis = [];

    public bool IsEmpty => text.Length == 0;

    /// <summary>Items without text leave no line.</summary>
    public void Add(InlineText item)
    {
        if (item.ToBlock(BlockKind.List) is { } block) Add(block.Text, block.Emphasis);
    }

    /// <param name="spans">Emphasised runs, in characters of the item.</param>
    public void Add(string item, IReadOnlyList<TextSpan> spans)
    {
        if (text.Length > 0) text.Append('\n');
        emphasis.AddRange(spans.Select(e => e with { Start = e.Start + text.Length }));
        text.Append(item);
    }

    public Block? ToBlock(bool ordered) => IsEmpty ? null : new Block(BlockKind.List, text.ToString()) { Ordered = ordered, Emphasis = [.. emphasis] };
}
