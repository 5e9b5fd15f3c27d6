using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Markdown;

/// <summary>Markdown as CommonMark reads it, with tables, footnotes, definition lists, formulas ($…$) and front matter.</summary>
public sealed class MarkdownParser : ISourceParser
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseMathematics()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UsePreciseSourceLocation().Build();

    private const int DeepestIndent = 256, MostOpenLinks = 500;

    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        var file = await TextFile.ReadAsync(path, ct);
        var blocks = new Blocks(new TextCleaner());
        blocks.Note(file.Note);
        var text = blocks.Cleaner.Clean(file.Text);
        if (Parse(text) is { } document)
        {
            var reader = new MarkdownReader(blocks);
            reader.Read(document);
            progress?.Report(1);
            return blocks.ToSource(title: reader.Title);
        }
        blocks.Note(new ParseNote("structure-simplified", "The lists or quotes of this file are nested too deeply to follow; its text was read without them."));
        PlainTextReader.Read(text, blocks);
        progress?.Report(1);
        return blocks.ToSource();
    }

    /// <summary>Null where lists, quotes or emphasis are nested deeper than Markdig follows (128 levels; its guard against stack overflow).</summary>
    private static MarkdownDocument? Parse(string text)
    {
        if (!IsTame(text)) return null;
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Two shapes cost Markdig time that grows with the square of their size: unfinished links (each is sought to the end of its paragraph)
    /// and lines that are indented to hundreds of levels. Measured: 60 KB of "[a](" take a second.
    /// </summary>
    private static bool IsTame(string text)
    {
        int open = 0, indent = 0, atStart = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (atStart == 1) open = 0; // an empty line ends the paragraph
                (indent, atStart) = (0, 1);
                continue;
            }
            if (atStart == 1 && c is (' ' or '\t')) indent += c == '\t' ? 4 : 1;
            else atStart = 0;
            if (c == '(' && i > 0 && text[i - 1] == ']') open++;
            else if (c == ')' && open > 0) open--;
            if (indent > DeepestIndent || open > MostOpenLinks) return false;
        }
        return true;
    }
}
