using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Tutor.Sources;

namespace Tutor.Parsing.Office.Docx;

/// <summary>Walks the body of a Word document; headers, footers and comments are other parts and never read.</summary>
internal sealed partial class DocxReader
{
    private readonly Blocks blocks;
    private readonly DocxStyles styles;
    private readonly DocxNumbering numbering;
    private readonly DocxNotes notes;
    private readonly DocxRuns runs;
    private readonly DocxTables tables;
    private readonly List<string> pendingNotes = [];
    private ItemLines items = new();
    private (int Number, int Level) list;

    /// <summary>A paragraph whose end was deleted in a tracked change: the next one carries on its line.</summary>
    private DocxParagraph? unended;

    private DocxReader(MainDocumentPart part, Blocks blocks, HiddenWords hidden)
    {
        this.blocks = blocks;
        styles = new DocxStyles(part.StyleDefinitionsPart);
        numbering = new DocxNumbering(part.NumberingDefinitionsPart);
        runs = new DocxRuns(styles, hidden);
        notes = new DocxNotes(part, runs, blocks);
        tables = new DocxTables(this);
    }

    /// <summary>The title the document gives itself on its first pages.</summary>
    public string? Title { get; private set; }

    public static string? Read(WordprocessingDocument document, Blocks blocks)
    {
        var part = document.MainDocumentPart ?? throw new InvalidDataException("no main part");
        var hidden = new HiddenWords();
        var reader = new DocxReader(part, blocks, hidden);
        foreach (var element in BodyOf(part)) reader.Read(element, BlockKind.Paragraph, onColour: false);
        if (reader.unended?.Text.ToBlock(BlockKind.Paragraph) is { } rest) reader.Place(rest, properties: null);
        reader.Flush();
        blocks.Note(hidden.Note);
        return reader.Title;
    }

    /// <summary>One child of the body after the other: a long document is never in memory as a whole.</summary>
    private static IEnumerable<OpenXmlElement> BodyOf(MainDocumentPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read() && reader.ElementType != typeof(Body)) { }
        if (reader.EOF || !reader.ReadFirstChild()) yield break;
        do
        {
            if (reader.LoadCurrentElement() is { } element) yield return element;
        }
        while (reader.ReadNextSibling());
    }

    /// <param name="kind">What plain paragraphs are here.</param>
    public void Read(OpenXmlElement element, BlockKind kind, bool onColour, int depth = 0)
    {
        if (depth > Xml.Deepest) return;
        switch (element.LocalName)
        {
            case "p":
                ReadParagraph(element, kind, onColour, depth);
                break;
            case "tbl":
                Flush();
                tables.Read(element, depth);
                break;
            case "sdt" when element.Path("sdtPr", "docPartObj", "docPartGallery").Value() is "Table of Contents":
            case "sdt" when element.Path("sdtPr", "showingPlcHdr") is not null:
            case "del" or "moveFrom":
                break;
            case "AlternateContent":
                ReadAll(element.Chosen(), kind, onColour, depth);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "txbxContent" or "tc":
                ReadAll(element, kind, onColour, depth);
                break;
        }
    }

    public void ReadAll(OpenXmlElement? parent, BlockKind kind, bool onColour, int depth)
    {
        for (var child = parent?.FirstChild; child is not null; child = child.NextSibling()) Read(child, kind, onColour, depth + 1);
    }

    /// <summary>The paragraphs of a cell as one line; what hangs on them is read after the table.</summary>
    /// <returns>Whether all of it is bold or in italics.</returns>
    public bool ReadCell(IEnumerable<OpenXmlElement> paragraphs, InlineText text, List<OpenXmlElement> inserts, bool onColour)
    {
        var afterItem = false;
        foreach (var element in paragraphs)
        {
            var paragraph = new DocxParagraph(blocks.Inline());
            runs.Read(element, paragraph, onColour);
            inserts.AddRange(paragraph.Inserts);
            pendingNotes.AddRange(notes.Of(paragraph));
            if (paragraph.Text.ToBlock(BlockKind.Paragraph) is not { } block) continue;
            var isItem = styles.ListOf(element.Child("pPr")) is not null;
            if (isItem && afterItem) text.Append("; ");
            else text.Space();
            afterItem = isItem;
            text.Append(block.Text, emphasised: block.Emphasis is [var only] && only.Length == block.Text.Length);
        }
        return text.ToBlock(BlockKind.Paragraph) is { Emphasis: [var all] } cell && all.Length == cell.Text.Length;
    }

    public bool IsHeading(OpenXmlElement paragraph) => styles.HeadingLevel(paragraph.Child("pPr")) is not null;

    public void Add(IEnumerable<Block> more)
    {
        blocks.Add(more);
        FlushNotes();
    }

    public InlineText Inline() => blocks.Inline();

    private void ReadParagraph(OpenXmlElement element, BlockKind kind, bool onColour, int depth)
    {
        var properties = element.Child("pPr");
        if (styles.HeadingLevel(properties) is not null) runs.EndFields();
        var paragraph = unended ?? new DocxParagraph(blocks.Inline());
        runs.Read(element, paragraph, onColour);
        unended = properties.Child("rPr").Child("del") is null ? null : paragraph;
        if (unended is not null) return;
        if (!styles.IsContents(properties) && paragraph.Text.ToBlock(kind) is { } block) Place(block, properties);
        pendingNotes.AddRange(notes.Of(paragraph));
        if (items.IsEmpty) FlushNotes();
        if (paragraph.Inserts.Count > 0) Flush();
        foreach (var insert in paragraph.Inserts)
        {
            if (insert.LocalName == "tbl") Read(insert, kind, onColour, depth + 1);
            else ReadAll(insert, BlockKind.Note, onColour: true, depth + 1);
            Flush();
        }
    }

    private void Place(Block block, OpenXmlElement? properties)
    {
        if (styles.HeadingLevel(properties) is { } level)
        {
            Flush();
            if (Title is null && styles.IsTitle(properties)) Title = block.Text;
            blocks.Add(block with { Kind = BlockKind.Heading, Level = level, Emphasis = [] });
        }
        else if (styles.ListOf(properties) is { } place)
        {
            AddItem(block.Text, block.Emphasis, place);
        }
        else if (TypedBullet().Match(block.Text) is { Success: true } bullet)
        {
            AddItem(block.Text[bullet.Length..], [.. block.Emphasis.Select(e => e with { Start = e.Start - bullet.Length }).Where(e => e.Start >= 0)], (-1, 0));
        }
        else
        {
            Flush();
            var whole = block.Emphasis is [var only] && only.Length == block.Text.Length;
            if (styles.IsCaption(properties) || Captions.IsCaption(block.Text, whole)) block = block with { Kind = BlockKind.Caption };
            else if (styles.IsQuote(properties)) block = block with { Kind = BlockKind.Note };
            blocks.Add(block);
        }
    }

    private void AddItem(string text, IReadOnlyList<TextSpan> emphasis, (int Number, int Level) place)
    {
        // Word gives nested lists the number of the outer one, LibreOffice does not; a new number at the outer level is a new list.
        if (!items.IsEmpty && place.Number != list.Number && place.Level <= list.Level) Flush();
        if (items.IsEmpty) list = place;
        items.Add(text, emphasis);
    }

    private void Flush()
    {
        if (items.ToBlock(list.Number > 0 && numbering.IsOrdered(list)) is { } block) blocks.Add(block);
        items = new ItemLines();
        FlushNotes();
    }

    private void FlushNotes()
    {
        foreach (var note in pendingNotes) blocks.Add(BlockKind.Note, note);
        pendingNotes.Clear();
    }

    [GeneratedRegex(@"^[•▪◦‣●○■·]\s+")]
    private static partial Regex TypedBullet();
}
