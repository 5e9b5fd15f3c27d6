using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>A program or a formula that stands by itself: its lines and indents are part of what it says.</summary>
internal static class Listing
{
    /// <summary>Null where there is nothing but white space.</summary>
    public static Block? ToBlock(string lines, TextCleaner cleaner)
    {
        var kept = cleaner.Clean(lines).Split('\n').Select(l => l.TrimEnd()).ToList();
        var first = kept.FindIndex(l => l.Length > 0);
        return first < 0 ? null : new Block(BlockKind.Code, string.Join('\n', kept.Skip(first)).TrimEnd());
    }
}
