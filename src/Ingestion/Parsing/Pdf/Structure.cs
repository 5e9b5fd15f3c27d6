using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>Builds blocks from the lines of all pages.</summary>
internal sealed class Structure
{
    private readonly IReadOnlyList<PageLines> _pages;
    private readonly Layout _layout;
    private readonly Flow _flow;
    private readonly Headings _headings;
    private readonly List<Draft> _drafts = [];

    private Structure(IReadOnlyList<PageLines> pages)
    {
        _pages = pages;
        _layout = new Layout(pages);
        _flow = new Flow(_layout);
        _headings = new Headings(_layout, _flow);
    }

    /// <summary>Blocks in reading order, and the running lines that were left out.</summary>
    public static (List<Block> Blocks, HashSet<TextLine> Running) Build(IReadOnlyList<PageLines> pages, CancellationToken ct)
    {
        var running = RunningLines.Find(pages, Layout.BodySizeOf(pages));
        var kept = pages.Select(p => p with { Lines = MarkerJoin.Join(ReadingOrder.Arrange([.. p.Lines.Where(l => !running.Contains(l))], p.Width)) }).ToList();
        var structure = new Structure(kept);
        foreach (var page in kept)
        {
            ct.ThrowIfCancellationRequested();
            structure.Add(page);
        }
        return (structure.Finish(), running);
    }

    private void Add(PageLines page)
    {
        var tables = TableFinder.Find(page);
        var tableOf = tables.SelectMany(t => t.Sources, (t, l) => (t, l)).ToDictionary(p => p.l, p => p.t);
        var done = new HashSet<Grid>();
        var text = page.Lines.Where(l => !tableOf.ContainsKey(l)).ToList();
        var index = 0;
        foreach (var line in page.Lines)
        {
            if (!tableOf.TryGetValue(line, out var table)) Add(line, text, index++);
            else if (done.Add(table)) Add(table);
        }
    }

    private void Add(Grid table)
    {
        if (_drafts.Count > 0 && _drafts[^1].Grid is { } last && last.ContinuesIn(table)) last.Append(table);
        else _drafts.Add(new Draft(DraftKind.Table) { Grid = table });
    }

    private void Add(TextLine line, List<TextLine> text, int index)
    {
        var after = index + 1 < text.Count ? text[index + 1] : null;
        var last = _drafts.Count > 0 ? _drafts[^1] : null;
        var open = last is { Kind: DraftKind.Text or DraftKind.List } ? last.Open : null;
        if (last is { Kind: DraftKind.Heading } && Headings.Continues(last.Last, line)) last.Open.Add(line);
        else if (_headings.IsHeading(line, open)) _drafts.Add(Draft.Of(DraftKind.Heading, line));
        else if (StartsItem(line, last, after)) AddItem(line, last);
        else if (last?.Kind == DraftKind.List && ContinuesItem(last.Open, line, after)) last.Open.Add(line);
        else if (last?.Kind == DraftKind.Text && _flow.Continues(last.Open, line, after)) last.Open.Add(line);
        else if (Interrupted(line) is { } before) before.Open.Add(line);
        else _drafts.Add(Draft.Of(DraftKind.Text, line));
    }

    private bool StartsItem(TextLine line, Draft? last, TextLine? after)
    {
        var bullet = Markers.Bullet(line.Text);
        if (bullet > 0 && !Markers.IsDash(line.Text)) return true;
        var number = bullet > 0 ? null : Markers.Number(line.Text);
        if (bullet == 0 && number is null) return false;
        if (last?.Kind == DraftKind.List && (number is null ? last.Number == 0 : number.Value.Number == last.Number + 1)) return true;
        // By chance a line of running text begins with a dash or "a)".
        if (last?.Kind == DraftKind.Text && _flow.Continues(last.Open, line, after) && !_flow.EndsShort(last.Last, line)) return false;
        return number is null || number.Value.Number == 1;
    }

    private void AddItem(TextLine line, Draft? last)
    {
        var number = Markers.Bullet(line.Text) > 0 ? 0 : Markers.Number(line.Text)!.Value.Number;
        if (last?.Kind == DraftKind.List && (number == 0) == (last.Number == 0)) last.Parts.Add([line]);
        else _drafts.Add(last = Draft.Of(DraftKind.List, line));
        last.Number = number;
    }

    private bool ContinuesItem(List<TextLine> item, TextLine line, TextLine? after)
    {
        var first = item[0];
        if (!Flow.Below(item[^1], line)) return _flow.Continues(item, line, after);
        if (!_flow.IsTight(item, line) || Math.Abs(line.Size - first.Size) > .6) return false;
        if (line.Extent.X0 > first.Extent.X0 + (.5 * line.Size)) return true;
        return line.Extent.X0 > first.Extent.X0 - (.5 * line.Size) && !_flow.EndsShort(item[^1], line);
    }

    /// <summary>A paragraph that goes on behind a figure with its labels and caption, a table or a footnote, in the next column or on the next page.</summary>
    private Draft? Interrupted(TextLine line)
    {
        const int furthest = 40; // a figure may have dozens of labels
        const int shortest = 40; // characters; a label is no paragraph
        if (!char.IsLower(line.Text[0])) return null;
        for (var i = _drafts.Count - 2; i >= Math.Max(0, _drafts.Count - furthest); i--)
        {
            var draft = _drafts[i];
            if (draft.Kind is DraftKind.Heading || line.Page - draft.LastPage > 1) return null;
            if (draft.Kind != DraftKind.Text || draft.Open.Sum(l => l.Text.Length) < shortest || Markers.IsCaption(draft.Open[0].Text)) continue;
            if (Flow.EndsSentence(draft.Last.Text) || Math.Abs(draft.Last.Size - line.Size) > .6) continue;
            return Flow.Below(draft.Last, line) ? null : draft;
        }
        return null;
    }

    private List<Block> Finish()
    {
        var writer = new BlockWriter(new Vocabulary([.. _pages.SelectMany(p => p.Lines)]), _layout.BodySize);
        Scraps.Gather(_drafts);
        var levels = Headings.Levels([.. _drafts.Where(d => d.Kind == DraftKind.Heading)]);
        return [.. _drafts.SelectMany(d => writer.Write(d, levels.GetValueOrDefault(d)))];
    }
}
