using System.Globalization;
using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>What an instructor should know of a text whatever format it came in: that there is little of it, or that it is hard to teach from as it is.</summary>
internal static class TextRemarks
{
    /// <summary>A page or slide with fewer words on average holds mostly pictures.</summary>
    private const int FewWordsOfPage = 10, LeastPages = 3;

    /// <summary>Running text has a full stop every 15 to 25 words; under one in this many nobody can tell where a sentence ends.</summary>
    private const int WordsWithoutStop = 100;

    /// <summary>Shorter paragraphs are often titles and labels, which want no full stop.</summary>
    private const int LongParagraph = 50;

    private const int LeastLetters = 500;
    private const double MostlyCapitals = .8;

    /// <summary>A longer table is a collection of data.</summary>
    private const int LongTable = 100;

    public static IEnumerable<ParseNote> Of(IReadOnlyList<Block> blocks, int? pages)
    {
        if (LittleText(blocks, pages) is { } little) yield return little;
        if (NoStops(blocks) is { } unended) yield return unended;
        if (Capitals(blocks) is { } shouted) yield return shouted;
        if (LongTables(blocks) is { } tables) yield return tables;
    }

    private static ParseNote? LittleText(IReadOnlyList<Block> blocks, int? pages)
    {
        var words = blocks.Sum(b => WordCount.Of(b.Text));
        return pages < LeastPages || words >= FewWordsOfPage * pages || pages is null ? null : Note(
            "little-text", $"Its {pages} pages or slides hold {Number(words, "word")} in all. What pictures show is not read: put it into words, for example in the notes of the slides.");
    }

    private static ParseNote? NoStops(IReadOnlyList<Block> blocks)
    {
        var running = blocks.Where(b => b.Kind is BlockKind.Paragraph && WordCount.Of(b.Text) >= LongParagraph).ToList();
        var words = running.Sum(b => WordCount.Of(b.Text));
        var stops = running.Sum(b => b.Text.Count(c => c is '.' or '!' or '?' or '。' or '！' or '？' or '।' or '؟' or '۔'));
        return words < WordsWithoutStop || stops * WordsWithoutStop >= words ? null : Note(
            "no-punctuation", $"The text has {Number(words, "word")} and {(stops == 0 ? "no full stop" : Number(stops, "full stop"))}. It is searched as it is, but lessons and questions rest on whole sentences: upload it with punctuation.");
    }

    private static ParseNote? Capitals(IReadOnlyList<Block> blocks)
    {
        int upper = 0, lower = 0;
        foreach (var c in blocks.SelectMany(b => b.Text))
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }
        return upper + lower < LeastLetters || upper < MostlyCapitals * (upper + lower) ? null : new ParseNote(
            "capitals", "The text is in capitals throughout. Lessons and questions quote it so, and names cannot be told from other words: a version in ordinary letters gives better ones.");
    }

    private static ParseNote? LongTables(IReadOnlyList<Block> blocks)
    {
        var rows = blocks.Where(b => b.Kind == BlockKind.Table).Select(b => b.Text.Count(c => c == '\n') + 1).Where(n => n > LongTable).ToList();
        return rows.Count == 0 ? null : Note(
            "long-table", $"{(rows.Count == 1 ? "A table" : "Tables")} of {rows.Sum():N0} rows {(rows.Count == 1 ? "is" : "are")} searched like the rest, but no questions are asked about so long a list of data.");
    }

    private static ParseNote Note(string code, FormattableString message) => new(code, message.ToString(CultureInfo.InvariantCulture));

    private static string Number(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
