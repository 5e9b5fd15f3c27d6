using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Which objective each paragraph of a module serves: the one whose words it holds, whose citation stands in it, or under whose heading it stands.</summary>
internal sealed class LessonTopics
{
    /// <summary>Weighted share of an objective's words from which a paragraph serves it, under a heading where it is at home and elsewhere, and from which it is at home under a heading.</summary>
    private const double Serves = 0.3, ServesElsewhere = 0.75, NamedByHeading = 0.6;

    private readonly IReadOnlyList<LessonObjective> _objectives;
    private readonly IReadOnlyList<IReadOnlySet<string>> _words;
    private readonly WordWeights _weights;
    private readonly Dictionary<int, int> _byParagraph = [];

    public LessonTopics(IReadOnlyList<LessonCandidate> candidates, IReadOnlyList<LessonObjective> objectives, WordWeights weights)
    {
        _objectives = objectives;
        _weights = weights;
        _words = [.. objectives.Select(o => TopicWords(o.Body.Text))];
        foreach (var heading in candidates.GroupBy(c => string.Join('\n', c.Source.Headings), StringComparer.Ordinal)) Assign([.. heading]);
    }

    /// <summary>Index of the objective a sentence's paragraph serves; null where it serves none.</summary>
    public int? Of(LessonCandidate candidate) => _byParagraph.TryGetValue(candidate.Source.Paragraph, out var objective) ? objective : null;

    /// <summary>How well one sentence answers an objective: the share of the objective's words it holds, more where the objective cites it or it defines what the objective names.</summary>
    public double Fit(LessonCandidate candidate, int objective) =>
        Share(candidate.Stems, objective)
        + (Cites(_objectives[objective].Body, candidate) ? 0.6 : 0)
        + (candidate.Facts.Any(f => f.Kind == FactKind.Definition && ContentWords.Of(f.Term).All(_words[objective].Contains)) ? 0.6 : 0)
        + (Of(candidate) == objective ? 0.2 : 0);

    /// <summary>
    /// Paragraphs under one heading serve the objectives that are at home there: that cite it, or whose words its heading holds. Where none is, a paragraph
    /// serves an objective only if it holds most of its words.
    /// </summary>
    private void Assign(List<LessonCandidate> underHeading)
    {
        var heading = ContentWords.Of(underHeading[0].Source.Headings.LastOrDefault("")).ToHashSet(StringComparer.Ordinal);
        var atHome = Enumerable.Range(0, _objectives.Count)
            .Where(i => underHeading[0].Source.Headings.Count == 0 || Share(heading, i) >= NamedByHeading || underHeading.Any(c => Cites(_objectives[i].Body, c)))
            .ToList();
        int? previous = atHome.Count > 0 ? atHome[0] : null;
        foreach (var paragraph in underHeading.GroupBy(c => c.Source.Paragraph))
        {
            var best = atHome.Count > 0 ? BestOf(atHome, [.. paragraph], Serves) : BestOf([.. Enumerable.Range(0, _objectives.Count)], [.. paragraph], ServesElsewhere);
            var objective = best ?? (atHome.Count > 0 ? previous : null);
            if (objective is { } served) _byParagraph[paragraph.Key] = served;
            previous = objective ?? previous;
        }
    }

    private int? BestOf(IReadOnlyList<int> objectives, List<LessonCandidate> paragraph, double least)
    {
        var stems = paragraph.SelectMany(c => c.Stems).ToHashSet(StringComparer.Ordinal);
        var best = objectives
            .Select(i => (Objective: i, Cited: paragraph.Any(c => Cites(_objectives[i].Body, c)), Share: Share(stems, i)))
            .Where(x => x.Cited || x.Share >= least)
            // Of two that fit, the one that says more fits better: "primary reinforcers" before "reinforcement".
            .OrderByDescending(x => x.Cited).ThenByDescending(x => x.Share * _weights.Sum(_words[x.Objective])).ThenBy(x => x.Objective)
            .FirstOrDefault((Objective: -1, Cited: false, Share: 0));
        return best.Objective < 0 ? null : best.Objective;
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
