namespace Tutor.Sources;

/// <summary>
/// Where a stretch of text stands in its document: the unit from which a citation finds its page, slide or second.
/// </summary>
/// <param name="Start">First character (UTF-16) in the text of the block or chunk that carries the line.</param>
/// <param name="Length">Characters; lines of one text are in order and do not overlap.</param>
/// <param name="Page">Page of a PDF, counted from 1.</param>
/// <param name="Slide">Slide of a deck, counted from 1.</param>
/// <param name="Box">The line's rectangle on the page, for PDFs.</param>
/// <param name="From">First second of a cue, for transcripts.</param>
/// <param name="To">Last second of a cue.</param>
public sealed record Line(int Start, int Length, int? Page = null, int? Slide = null, Box? Box = null, double? From = null, double? To = null)
{
    public int End => Start + Length;
}
