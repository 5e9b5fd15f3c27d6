using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>Collects what a parser finds and makes the parsed source of it; the same last touches for every format.</summary>
public sealed class Blocks(TextCleaner cleaner)
{
    /// <summary>About thirty textbooks; beyond it a course is not one file.</summary>
    public const int MostCharacters = 20_000_000;

    private readonly List<Block> blocks = [];
    private readonly List<ParseNote> notes = [];
    private long characters;

    public TextCleaner Cleaner => cleaner;

    public int Count => blocks.Count;

    public InlineText Inline() => new(cleaner);

    public void Add(Block? block)
    {
        if (block is null) return;
        characters += block.Text.Length;
        if (characters > MostCharacters) throw new SourceRefusedException(FileFailures.TooMuchText);
        blocks.Add(block);
    }

    public void Add(IEnumerable<Block> more)
    {
        foreach (var block in more) Add(block);
    }

    public void Add(BlockKind kind, string text, bool emphasised = false)
    {
        var inline = Inline();
        inline.Append(text, emphasised);
        Add(inline.ToBlock(kind));
    }

    public void Note(ParseNote? note)
    {
        if (note is not null && !notes.Contains(note)) notes.Add(note);
    }

    /// <exception cref="SourceRefusedException">There is no letter or digit in any block.</exception>
    public ParsedSource ToSource(int? pages = null, string? title = null)
    {
        if (!blocks.Exists(b => b.Text.Any(char.IsLetterOrDigit))) throw new SourceRefusedException(FileFailures.NoText);
        Note(cleaner.Note);
        var finished = PlainHeadings.Promote(blocks).Select(WithoutWholeEmphasis).ToList();
        title = title is null ? null : cleaner.Clean(title).Trim();
        return new ParsedSource(finished, pages, string.IsNullOrEmpty(title) ? FirstTitle(finished) : title, notes);
    }

    /// <summary>A block that is bold throughout emphasises none of its words.</summary>
    private static Block WithoutWholeEmphasis(Block block) =>
        block.Emphasis is [var only] && only.Length == block.Text.Length && block.Kind != BlockKind.List ? block with { Emphasis = [] } : block;

    private static string? FirstTitle(List<Block> blocks) => blocks.Find(b => b.Kind == BlockKind.Heading) is { Level: 1 } heading ? heading.Text : null;
}
