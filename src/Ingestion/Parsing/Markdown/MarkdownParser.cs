using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Markdown;

/// <summary>Markdown as CommonMark reads it, with tables, footnotes, definition lists and front matter.</summary>
public sealed class MarkdownParser : ISourceParser
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UsePreciseSourceLocation().Build();

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
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
