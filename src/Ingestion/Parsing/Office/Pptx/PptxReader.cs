using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Tutor.Sources;

namespace Tutor.Parsing.Office.Pptx;

/// <summary>Walks the slides of a deck in the order they are shown; a slide is a page, and every block knows its slide.</summary>
internal static partial class PptxReader
{
    /// <returns>Slides, and the title of the first.</returns>
    public static (int Slides, string? Title) Read(PresentationDocument document, Blocks blocks, IProgress<double>? progress)
    {
        var deck = document.PresentationPart ?? throw new InvalidDataException("no main part");
        var size = deck.Presentation?.SlideSize;
        var page = new Frame(0, 0, size?.Cx?.Value ?? 9144000, size?.Cy?.Value ?? 6858000);
        var hidden = new HiddenWords();
        var slides = deck.Presentation?.SlideIdList?.Elements<SlideId>().ToList() ?? [];
        var skipped = new List<int>();
        var inSection = false;
        string? title = null;
        for (var i = 0; i < slides.Count; i++)
        {
            if (slides[i].RelationshipId?.Value is not { } id || !deck.TryGetPartById(id, out var part) || part is not SlidePart slide) continue;
            if (slide.Slide?.Show?.Value == false)
            {
                skipped.Add(i + 1);
                continue;
            }
            var reader = new SlideReader(slide, page, blocks, hidden);
            Add(reader, i + 1, ref inSection, blocks);
            title ??= reader.Title is { Length: > 0 } own ? own : null;
            progress?.Report((i + 1.0) / slides.Count);
        }
        blocks.Note(hidden.Note);
        if (skipped.Count > 0) blocks.Note(new ParseNote("hidden-slides", string.Create(CultureInfo.InvariantCulture,
            $"{skipped.Count} hidden slides were left out: {string.Join(", ", skipped.Take(20))}{(skipped.Count > 20 ? ", …" : "")}. Show them in PowerPoint and upload again if they belong to the course.")));
        return (slides.Count, title);
    }

    private static void Add(SlideReader slide, int number, ref bool inSection, Blocks blocks)
    {
        inSection = inSection || slide.BeginsSection;
        var heading = Continued().Replace(slide.Title, "");
        if (heading.Length > 0) blocks.Add(On(number, new Block(BlockKind.Heading, heading) { Level = inSection && !slide.BeginsSection ? 2 : 1 }));
        List<Block> body = [.. slide.Body()];
        foreach (var block in body.Concat(slide.Notes(body))) blocks.Add(On(number, block));
    }

    private static Block On(int slide, Block block) => block with { Lines = [new Line(0, block.Text.Length, Slide: slide)] };

    /// <summary>"(continued)", "cont.", "(2/3)": the slide carries on under the title before.</summary>
    [GeneratedRegex(@"\s*(\((continued|cont['’]?d|cont\.?|ctd\.?|fortsetzung|forts\.|suite|\d+\s*(/|of)\s*\d+)\)|[-–,]?\s(continued|cont['’]d|cont\.))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Continued();
}
