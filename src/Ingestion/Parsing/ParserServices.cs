using Microsoft.Extensions.DependencyInjection;
using Tutor.Parsing.Html;
using Tutor.Parsing.Jail;
using Tutor.Parsing.Markdown;
using Tutor.Parsing.Pdf;
using Tutor.Parsing.Office;
using Tutor.Parsing.Subtitles;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing;

public static class ParserServices
{
    /// <summary>One line a format: this is where a new one is added.</summary>
    public static IServiceCollection AddParsers(this IServiceCollection services) => services
        .AddSingleton<ISourceParser, MarkdownParser>()
        .AddSingleton<ISourceParser, PlainTextParser>()
        .AddSingleton<ISourceParser, HtmlParser>()
        .AddSingleton<ISourceParser, SubtitleParser>()
        .AddSingleton<ISourceParser, DocxParser>()
        .AddSingleton<ISourceParser, PptxParser>()
        .AddSingleton<ISourceParser, PdfParser>()
        .AddSingleton<ReaderJail>()
        .AddSingleton<PdfSelfCheck>()
        .AddSingleton<SourceParsers>();
}
