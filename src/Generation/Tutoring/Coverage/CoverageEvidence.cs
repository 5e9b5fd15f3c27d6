using Tutor.Checks;
using Tutor.Language;
using Tutor.Retrieval;

namespace Tutor.Tutoring;

/// <summary>What speaks for a course covering a question, each a number that means the same for every course.</summary>
/// <param name="Strength">How much the best passage is about the question's words, of the whole question or of the best of its sentences; see <see cref="QueryEvidence.Strength"/>.</param>
/// <param name="Phrases">Share of the question's pairs of neighbouring words that stand side by side in a passage found; half where there are none.</param>
/// <param name="Together">Share of the ten best passages' scores that falls into one chapter.</param>
/// <param name="Nearest">The highest cosine of a passage; null without vectors.</param>
/// <param name="Known">Words of the question the course has; <paramref name="Words"/> altogether.</param>
public sealed record CoverageEvidence(double Strength, double Phrases, double Together, double? Nearest, double? StandsOut, double Unknown, int Known, int Words)
{
    private const int Best = 10;

    /// <summary>The texts to weigh for a question: the whole, then each of its sentences.</summary>
    public static IReadOnlyList<string> TextsOf(string question)
    {
        var sentences = SentenceSplitter.Split(question, 0, question.Length).Select(s => question.Substring(s.Start, s.Length)).ToList();
        return [.. (sentences.Count > 1 ? sentences.Prepend(question) : [question]).Select(QuestionWords.Plain).Where((text, i) => i == 0 || text.Contains(' ', StringComparison.Ordinal))];
    }

    /// <param name="weighed">Of <see cref="TextsOf"/>.</param>
    /// <param name="passages">Found for the question, best first.</param>
    public static CoverageEvidence Of(string question, IReadOnlyList<QueryEvidence> weighed, IReadOnlyList<Passage> passages)
    {
        var whole = weighed[0];
        return new CoverageEvidence(weighed.Max(w => w.Strength), PhrasesIn(question, passages), TogetherIn(passages), whole.Nearest, whole.StandsOut, whole.Unknown, whole.Known, whole.Words);
    }

    private static double PhrasesIn(string question, IReadOnlyList<Passage> passages)
    {
        var asked = QuestionWords.Pairs(question).ToHashSet();
        if (asked.Count == 0) return 0.5;
        var found = new HashSet<(string, string)>();
        foreach (var passage in passages)
        {
            string? last = null;
            foreach (var word in ContentWords.Of(passage.Chunk.IndexedText))
            {
                if (last is not null && asked.Contains((last, word))) found.Add((last, word));
                last = word;
            }
            if (found.Count == asked.Count) break;
        }
        return (double)found.Count / asked.Count;
    }

    private static double TogetherIn(IReadOnlyList<Passage> passages)
    {
        var best = passages.Take(Best).ToList();
        var all = best.Sum(p => p.Score);
        return all == 0 ? 0 : best.GroupBy(p => (p.Chunk.SourceId, p.Chunk.Headings.Count > 0 ? p.Chunk.Headings[0] : "")).Max(g => g.Sum(p => p.Score)) / all;
    }
}
