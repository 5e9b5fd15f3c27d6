using Tutor.Checks;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Which objective each paragraph of a module serves: the one whose words it holds, whose citation stands in it, or under whose heading it stands.</summary>
internal sealed class LessonTopics
{
    /// <summary>Weighted share of an objective's words from which a paragraph serves it.</summary>
    private const double Serves = 0.3;

    private readonly IReadOnlyList<LessonObjective> _objectives;
    private readonly IReadOnlyList<IReadOnlySet<string>> _words;
    private readonly WordWeights _weights;
    private readonly Dictionary<int, int> _byParagraph = [];

    public LessonTopics(IReadOnlyList<LessonCandidate> candidates, IReadOnlyList<LessonObjective> objectives, WordWeights weights)
    {
        _objectives = objectives;
        _weights = weights;
        _words = [.. objectives.Select(o => TopicWords(o.Body.Text))];
        var paragraphs = candidates.GroupBy(c => c.Source.Paragraph).ToList();
        foreach (var paragraph in paragraphs)
            if (BestFor([.. paragraph]) is { } objective) _byParagraph[paragraph.Key] = objective;
        foreach (var paragraph in paragraphs.Where(p => !_byParagraph.ContainsKey(p.Key)))
            if (SharedUnderHeading(paragraph.First(), candidates) is { } objective) _byParagraph[paragraph.Key] = objective;
    }

    /// <summary>Index of the objective a sentence's paragraph serves; null where it serves none.</summary>
    public int? Of(LessonCandidate candidate) => _byParagraph.TryGetValue(candidate.Source.Paragraph, out var objective) ? objective : null;

    /// <summary>How well one sentence answers an objective: the share of the objective's words it holds, more where the objective cites it.</summary>
    public double Fit(LessonCandidate candidate, int objective) =>
        Share(candidate.Stems, objective) + (Cites(_objectives[objective].Body, candidate) ? 0.6 : 0) + (Of(candidate) == objective ? 0.2 : 0);

    /// <summary>What an objective is about, as a heading: its text without the verb.</summary>
    public static string HeadingFor(string objective)
    {
        var text = objective.Trim().TrimEnd('.');
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || BloomVerbs.LevelOf(text[..space].ToLowerInvariant()) is null) return text;
        var rest = text[(space + 1)..].TrimStart();
        foreach (var lead in (string[])["and contrast ", "between ", "among "])
            if (rest.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) rest = rest[lead.Length..];
        return LessonRepairs.Capitalised(rest);
    }

    private int? BestFor(IReadOnlyList<LessonCandidate> paragraph)
    {
        var stems = paragraph.SelectMany(c => c.Stems).ToHashSet(StringComparer.Ordinal);
        var best = Enumerable.Range(0, _objectives.Count)
            .Select(i => (Objective: i, Score: Share(stems, i) + (paragraph.Any(c => Cites(_objectives[i].Body, c)) ? 0.5 : 0)))
            .OrderByDescending(x => x.Score).ThenBy(x => x.Objective)
            .FirstOrDefault((Objective: -1, Score: 0));
        return best.Score >= Serves ? best.Objective : null;
    }

    /// <summary>The objective that most paragraphs under the same heading serve.</summary>
    private int? SharedUnderHeading(LessonCandidate candidate, IReadOnlyList<LessonCandidate> all)
    {
        var served = all
            .Where(c => c.Source.Headings.Count > 0 && c.Source.Headings.SequenceEqual(candidate.Source.Headings) && _byParagraph.ContainsKey(c.Source.Paragraph))
            .GroupBy(c => _byParagraph[c.Source.Paragraph])
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .FirstOrDefault();
        return served?.Key;
    }

    private double Share(IReadOnlySet<string> stems, int objective)
    {
        var all = _weights.Sum(_words[objective]);
        return all == 0 ? 0 : _weights.Sum(_words[objective].Where(stems.Contains)) / all;
    }

    private static bool Cites(ObjectiveBody objective, LessonCandidate candidate) => objective.Citations.Any(c =>
        c.ChunkId == candidate.Source.Chunk.Id && c.Start < candidate.Source.Sentence.End && c.Start + c.Quote.Length > candidate.Source.Sentence.Start);

    private static HashSet<string> TopicWords(string objective) =>
        ContentWords.Words(objective).Skip(1).Where(w => !ContentWords.IsFunctionWord(w)).Select(ContentWords.Stem).ToHashSet(StringComparer.Ordinal);
}
