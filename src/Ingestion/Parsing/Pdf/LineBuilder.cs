using System.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Puts words together to lines. Poppler's lines are the start; where it took two cells of a table for one line, or the wide
/// gaps of a justified line for the edge of a column, the runs the page was painted with tell better.
/// </summary>
internal static class LineBuilder
{
    // In parts of the type size. Words of one line stand .2 to .4 apart, cells of a table mostly more than 1.
    private const double CellGap = .8;
    private const double CellToWord = 2.2;
    private const double OutOfOrderGap = .45;
    private const double WordGap = .1;

    private const double MostRotated = .3;

    // A box from the highest to the lowest letter is about a quarter higher than the type size.
    private const double BoxPerSize = 1.25;

    public static List<TextLine> Build(PageContent page)
    {
        var pieces = new List<Piece>();
        var byRun = new Dictionary<int, Piece>();
        Piece? current = null;
        foreach (var word in Upright(page.Words))
        {
            var run = word.Run;
            var set = new SetWord(word, run, run?.Face ?? new Face(word.Extent.Height / BoxPerSize, false, false, false));
            if (current is null || !Continues(current, set))
            {
                current = run is not null && Known(byRun, run) is { } known && Rejoins(known, set) ? known : null;
                if (current is null) pieces.Add(current = new Piece());
            }
            current.Words.Add(set);
            if (run is not null) byRun[run.Order] = current;
        }
        return [.. pieces.SelectMany(SplitAtCells).Select(p => ToLine(p, page.Number))];
    }

    /// <summary>Cells that were painted in one go: a gap far wider than all others of the line, without the spaces of justified text.</summary>
    private static IEnumerable<Piece> SplitAtCells(Piece piece)
    {
        var gaps = piece.Words.Zip(piece.Words.Skip(1), (a, b) => (b.Word.Extent.X0 - a.Word.Extent.X1) / b.Face.Size).ToList();
        if (!gaps.Exists(g => g > CellGap) || piece.Words.Exists(w => w.Run is null || w.Run.Text.Contains("  ", StringComparison.Ordinal))) return [piece];
        if (piece.Words.Exists(w => w.Run!.JoinsNext)) return [piece];
        var usual = gaps.Count > 1 ? gaps.Order().ElementAt((gaps.Count - 1) / 2) : CellGap;
        var parts = new List<Piece> { new() { Words = { piece.Words[0] } } };
        for (var i = 0; i < gaps.Count; i++)
        {
            if (gaps[i] > CellGap && gaps[i] > CellToWord * usual && !Markers.IsAlone(piece.Words[i].Word.Text)) parts.Add(new Piece());
            parts[^1].Words.Add(piece.Words[i + 1]);
        }
        return parts;
    }

    private static Piece? Known(Dictionary<int, Piece> byRun, Run run) =>
        byRun.GetValueOrDefault(run.Order) ?? (byRun.GetValueOrDefault(run.Order - 1) is { } before && before.Words[^1].Run is { JoinsNext: true } ? before : null);

    // Text that stands upright along a margin or an axis is no part of the running text, unless the whole page is turned.
    private static IEnumerable<Word> Upright(IReadOnlyList<Word> words) =>
        words.Count(w => w.Rotated) > words.Count * MostRotated ? words : words.Where(w => !w.Rotated);

    private static bool Continues(Piece piece, SetWord next)
    {
        var last = piece.Words[^1];
        if (last.Word.Row != next.Word.Row || last.Word.Group != next.Word.Group) return false;
        if (last.Run is null || next.Run is null || next.Run.Order - last.Run.Order is 0 or 1) return true;
        return next.Word.Extent.X0 - last.Word.Extent.X1 < OutOfOrderGap * next.Face.Size;
    }

    /// <summary>A line that poppler cut, though it was painted in one go: the spaces of justified text.</summary>
    private static bool Rejoins(Piece piece, SetWord next)
    {
        var last = piece.Words[^1];
        var gap = next.Word.Extent.X0 - last.Word.Extent.X1;
        if (!last.Word.Extent.SameRow(next.Word.Extent) || gap < -1) return false;
        if (last.Run != next.Run) return last.Run is { JoinsNext: true } && next.Run!.Order == last.Run.Order + 1;
        return gap < CellGap * next.Face.Size || next.Run!.Text.Contains("  ", StringComparison.Ordinal);
    }

    private static TextLine ToLine(Piece piece, int page)
    {
        var rightToLeft = piece.Words.Sum(w => PdfText.IsRightToLeft(w.Word.Text) ? 1 : -1) > 0;
        var words = rightToLeft ? [.. piece.Words.OrderByDescending(w => w.Word.Extent.X0)] : piece.Words;
        var text = new StringBuilder();
        var emphasis = new List<TextSpan>();
        var places = new List<WordPlace>(words.Count);
        var extent = words[0].Word.Extent;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && Apart(words[i - 1], words[i])) text.Append(' ');
            if (words[i].Face is { Bold: true } or { Italic: true }) Emphasise(emphasis, text.Length, words[i].Word.Text.Length);
            places.Add(new WordPlace(text.Length, words[i].Word.Extent.X0, words[i].Word.Extent.X1));
            text.Append(words[i].Word.Text);
            extent = extent.With(words[i].Word.Extent);
        }
        return new TextLine
        {
            Text = text.ToString(),
            Page = page,
            Extent = extent,
            Face = MainFace(words),
            Emphasis = emphasis,
            Words = places,
            FirstWordWidth = words[0].Word.Extent.Width,
            Group = words[0].Word.Group,
            Order = words.Min(w => w.Run?.Order ?? -1),
            OrderTo = words.Max(w => w.Run?.Order ?? -1),
        };
    }

    private static bool Apart(SetWord left, SetWord right)
    {
        var gap = left.Word.Extent.X0 <= right.Word.Extent.X0
            ? right.Word.Extent.X0 - left.Word.Extent.X1 : left.Word.Extent.X0 - right.Word.Extent.X1;
        return gap > WordGap * Math.Min(left.Face.Size, right.Face.Size);
    }

    private static void Emphasise(List<TextSpan> spans, int start, int length)
    {
        // Words in one style are one term: at most the space between them is not part of either.
        if (spans.Count > 0 && spans[^1].End >= start - 1)
        {
            length += start - spans[^1].Start;
            start = spans[^1].Start;
            spans.RemoveAt(spans.Count - 1);
        }
        spans.Add(new TextSpan(start, length));
    }

    private static Face MainFace(IReadOnlyList<SetWord> words) => words
        .GroupBy(w => w.Face)
        .OrderByDescending(g => g.Sum(w => w.Word.Text.Length))
        .First().Key;

    private sealed record SetWord(Word Word, Run? Run, Face Face);

    private sealed class Piece
    {
        public List<SetWord> Words { get; } = [];
    }
}
