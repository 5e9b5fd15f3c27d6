using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Tutor.Sources;

namespace Tutor.Parsing.Office.Pptx;

/// <summary>One slide's title, text and notes.</summary>
internal sealed class SlideReader
{
    /// <summary>A line of text on top of a slide this long is its title, also where nothing says so.</summary>
    private const int TitleWords = 20;

    private readonly SlidePart part;
    private readonly SlideText text;
    private readonly SlideFrames frames;
    private readonly List<SlideShape> shapes;
    private readonly Frame slide;

    public SlideReader(SlidePart part, Frame slide, Blocks blocks, HiddenWords hidden)
    {
        this.part = part;
        this.slide = slide;
        text = new SlideText(blocks, hidden);
        frames = new SlideFrames(part, text, blocks);
        var tree = part.Slide?.CommonSlideData?.ShapeTree;
        var all = new SlideShapes(part.SlideLayoutPart, hidden, slide).Of(tree);
        TitleShape = all.Find(s => s.IsTitle && s.HasText) ?? PlainTitle(all);
        shapes = ReadingOrder.Sort(all.FindAll(s => s != TitleShape && (s.HasText || s.Element.LocalName == "graphicFrame")), s => s.Frame);
        HasPictures = tree.Find("pic").Any();
    }

    private SlideShape? TitleShape { get; }

    private bool HasPictures { get; }

    public string Title => text.OneLine(TitleShape?.TextBody).ToString();

    /// <summary>A slide with nothing but a title, or made by the layout for one, begins a part of the deck.</summary>
    public bool BeginsSection => TitleShape is not null
        && (part.SlideLayoutPart?.SlideLayout?.Type?.InnerText == "secHead" || (shapes.Count == 0 && !HasPictures && NoteLines().Count == 0));

    public IEnumerable<Block> Body() => shapes.SelectMany(Read);

    /// <summary>
    /// What the speaker says. Lecturers put the rest of a long thought here: whole sentences are text of the slide, everything else stays a note.
    /// </summary>
    /// <param name="body">The slide's own blocks.</param>
    public IEnumerable<Block> Notes(IReadOnlyCollection<Block> body)
    {
        var lines = NoteLines();
        var prose = SlideText.IsProse(lines.ConvertAll(l => l.ToString())) || body.LastOrDefault() is { Kind: BlockKind.Paragraph };
        for (var i = 0; i < lines.Count;)
        {
            var sentences = IsText(lines[i], prose);
            var end = i + 1;
            while (end < lines.Count && IsText(lines[end], prose) == sentences) end++;
            var joined = new ItemLines();
            foreach (var line in lines[i..end]) joined.Add(line);
            var block = joined.ToBlock(ordered: false)!;
            yield return block with { Kind = sentences ? BlockKind.Paragraph : BlockKind.Note, Text = block.Text.Replace('\n', ' ') };
            i = end;
        }
    }

    /// <summary>Among sentences a question of one word is one, too; alone it takes a whole sentence.</summary>
    private static bool IsText(InlineText line, bool prose) =>
        SlideText.EndsSentence(line.ToString()) && (prose || SlideText.IsProse([line.ToString()]));

    private List<InlineText> NoteLines()
    {
        var tree = part.NotesSlidePart?.NotesSlide?.CommonSlideData?.ShapeTree;
        var all = tree.Find("sp").Where(s => s.Path("nvSpPr", "nvPr", "ph").Attribute("type") is not ("sldImg" or "sldNum" or "dt" or "ftr" or "hdr")).ToList();
        var bodies = all.FindAll(s => s.Path("nvSpPr", "nvPr", "ph").Attribute("type") == "body");
        return [.. (bodies.Count > 0 ? bodies : all).SelectMany(s => s.Child("txBody").Find("p")).Select(text.Line).Where(l => !l.IsEmpty)];
    }

    private IEnumerable<Block> Read(SlideShape shape) => shape.Element.LocalName == "graphicFrame"
        ? frames.Read(shape.Element)
        : text.Read(shape.TextBody, level => IsBulleted(shape, level));

    /// <summary>Whether master and layout put bullets before the paragraphs of a shape.</summary>
    private bool IsBulleted(SlideShape shape, int level)
    {
        var own = shape.TextBody.Path("lstStyle", LevelName(level));
        if (Bullet(own) is { } said) return said;
        if (shape.Placeholder is not ("body" or "obj")) return false;
        var layout = part.SlideLayoutPart?.SlideLayout?.CommonSlideData?.ShapeTree.Find("sp")
            .FirstOrDefault(s => s.Path("nvSpPr", "nvPr", "ph") is { } mark && mark.Number("idx") == shape.Index && (mark.Attribute("type") ?? "obj") == shape.Placeholder);
        return Bullet(layout.Path("txBody", "lstStyle", LevelName(level)))
            ?? Bullet(part.SlideLayoutPart?.SlideMasterPart?.SlideMaster?.TextStyles?.BodyStyle.Child(LevelName(level)))
            ?? false;
    }

    private static string LevelName(int level) => $"lvl{Math.Clamp(level, 0, 8) + 1}pPr";

    private static bool? Bullet(OpenXmlElement? properties) => properties switch
    {
        _ when properties.Child("buNone") is not null => false,
        _ when properties.Child("buChar") is not null || properties.Child("buAutoNum") is not null || properties.Child("buBlip") is not null => true,
        _ => null,
    };

    /// <summary>Decks of other programs have no title placeholders: then the highest box is the title if it is one short line in the largest letters.</summary>
    private SlideShape? PlainTitle(List<SlideShape> all)
    {
        var texts = all.FindAll(s => s.HasText);
        var top = texts.Where(s => s.Placeholder is null).MinBy(s => s.Frame.Y);
        if (top is null || top.Frame.Y > slide.Height / 3 || texts.Exists(s => s != top && s.Frame.Y < top.Frame.Bottom && s.Frame.X < top.Frame.Right && s.Frame.Right > top.Frame.X && s.Frame.Y < top.Frame.Y + top.Frame.Height / 2)) return null;
        var lines = top.TextBody.Find("p").Where(p => !text.Line(p).IsEmpty).ToList();
        if (lines.Count is 0 or > 2 || lines.Exists(l => l.Path("pPr", "buChar") is not null)) return null;
        var words = lines.Sum(l => text.Line(l).ToString().Count(c => c == ' ') + 1);
        return words <= TitleWords && Size(top) >= texts.Max(Size) ? top : null;
    }

    private static int Size(SlideShape shape) => shape.TextBody.Find("rPr").Max(r => r.Number("sz")) ?? 1800; // the default of text boxes
}
