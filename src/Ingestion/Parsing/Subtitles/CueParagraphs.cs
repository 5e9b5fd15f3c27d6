using System.Text.RegularExpressions;
using Tutor.Sources;

namespace Tutor.Parsing.Subtitles;

/// <summary>
/// Joins cues to paragraphs of sentences. A paragraph ends at the end of a sentence: after a pause, at a change of speaker, or when it is long enough;
/// captions without full stops end at a pause or when they are too long.
/// </summary>
internal static partial class CueParagraphs
{
    /// <summary>Seconds of silence.</summary>
    private const double ShortPause = 0.5, Pause = 2, LongPause = 5;

    private const int ShortWords = 60, Words = 120, MostWords = 200;

    public static void Add(IReadOnlyList<Cue> cues, Blocks blocks)
    {
        var paragraph = new Paragraph(blocks);
        Cue? before = null;
        foreach (var cue in cues)
        {
            if (before is not null && Ends(before, cue, paragraph)) paragraph.Flush();
            before = cue;
            if (paragraph.Words >= Words && SentenceStart().Match(cue.Text) is { Success: true } next)
            {
                paragraph.Add(cue, cue.Text[..next.Index]);
                paragraph.Flush();
                paragraph.Add(cue, cue.Text[next.Index..]);
            }
            else paragraph.Add(cue, cue.Text);
        }
        paragraph.Flush();
    }

    private static bool Ends(Cue before, Cue cue, Paragraph paragraph)
    {
        var pause = cue.From - before.To;
        if (cue.Speaker is not null && before.Speaker is not null && cue.Speaker != before.Speaker) return true;
        if (pause > LongPause || paragraph.Words >= MostWords) return true;
        if (SentenceEnd().IsMatch(before.Text)) return pause > Pause || paragraph.Words >= Words || (pause >= ShortPause && paragraph.Words >= ShortWords);
        return paragraph.HasNoSentenceEnd && (pause > Pause || (pause >= ShortPause && paragraph.Words >= Words));
    }

    private sealed class Paragraph(Blocks blocks)
    {
        private readonly List<Line> lines = [];
        private InlineText text = blocks.Inline();

        public int Words { get; private set; }

        public bool HasNoSentenceEnd { get; private set; } = true;

        public void Add(Cue cue, string piece)
        {
            var start = text.IsEmpty ? 0 : text.Length + 1;
            text.Space();
            text.Append(piece);
            if (text.Length <= start) return;
            lines.Add(new Line(start, text.Length - start, From: cue.From, To: cue.To));
            Words += 1 + piece.AsSpan().Trim().Count(' ');
            HasNoSentenceEnd = HasNoSentenceEnd && !SentenceEnd().IsMatch(piece) && !SentenceStart().IsMatch(piece);
        }

        public void Flush()
        {
            if (text.ToBlock(BlockKind.Paragraph) is { } block) blocks.Add(block with { Lines = [.. lines] });
            lines.Clear();
            text = blocks.Inline();
            Words = 0;
            HasNoSentenceEnd = true;
        }
    }

    [GeneratedRegex("""[.!?…。！？]["”’»)\]]*\s*$""")]
    private static partial Regex SentenceEnd();

    /// <summary>Where a sentence begins inside a cue; a word of three letters before the stop keeps "Dr. Smith" together.</summary>
    [GeneratedRegex("""(?<=\p{Ll}{3}[.!?…]["”’»)\]]*\s)(?=["“«(]?\p{Lu})|(?<=[。！？])(?=\S)""")]
    private static partial Regex SentenceStart();
}
