using Tutor.Checks;
using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>
/// What a sentence is worth beside those already chosen: the terms, topics and telling words it covers that are not covered yet (after Lin and Bilmes
/// 2011: each repeat counts for less), times how central it is to the module (LexRank, Erkan and Radev 2004).
/// </summary>
internal sealed class LessonWorth
{
    /// <summary>What is left of a word's and of a term's weight each time it has been said.</summary>
    private const double WordAgain = 0.3, TermAgain = 0.15;

    /// <summary>An item's few words are all matter, and say more than they weigh.</summary>
    private const double ListItem = 1.6;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _left = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IReadOnlyList<string>> _concepts;
    private readonly double[] _central;
    private readonly IReadOnlySet<string> _named;
    private readonly HashSet<string> _taught = new(StringComparer.Ordinal);
    private readonly double[] _factors;
    private readonly double?[] _gains;
    private readonly Dictionary<LessonRun, double> _distinct = [];
    private readonly Dictionary<string, string> _homes;

    public LessonWorth(IReadOnlyList<LessonCandidate> candidates, IReadOnlyList<Term> terms, IReadOnlySet<string> named, LessonTopics topics, WordWeights weights)
    {
        _named = named;
        WeighWords(candidates, named, weights);
        var typical = _weights.Count == 0 ? 1 : _weights.Values.Average();
        var patterns = WeighTerms(terms, typical);
        foreach (var heading in candidates.Select(c => c.Heading).Distinct(StringComparer.Ordinal)) _weights["#" + heading] = 3 * typical;
        foreach (var objective in candidates.Select(topics.Of).OfType<int>().Distinct()) _weights["@" + objective] = 4 * typical;
        _concepts = [.. candidates.Select(c => ConceptsOf(c, patterns, topics.Of(c)))];
        _central = Centrality.Of([.. candidates.Select(c => c.Stems)], weights);
        _factors = [.. candidates.Select(c => (0.75 + (0.6 * _central[c.Index])) * Quality(c))];
        _gains = new double?[candidates.Count];
        _homes = HomesOf(candidates);
        foreach (var (concept, weight) in _weights) _left[concept] = weight;
    }

    /// <summary>What telling this run would add. What its sentences repeat of each other is left out.</summary>
    public double Gain(LessonRun run)
    {
        var sum = 0.0;
        foreach (var sentence in run.Sentences) sum += GainOf(sentence.Index);
        return sum * Distinct(run);
    }

    private double GainOf(int index) => _gains[index] ??= _factors[index] * _concepts[index].Sum(c => _left[c]);

    private double Distinct(LessonRun run)
    {
        if (run.Sentences.Count == 1) return 1;
        if (_distinct.TryGetValue(run, out var share)) return share;
        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        double all = 0, told = 0;
        foreach (var sentence in run.Sentences)
            foreach (var concept in _concepts[sentence.Index])
            {
                var weight = _factors[sentence.Index] * _weights[concept];
                var left = times.GetValueOrDefault(concept, 1);
                all += weight;
                told += weight * left;
                times[concept] = left * Again(concept);
            }
        return _distinct[run] = all == 0 ? 1 : told / all;
    }

    /// <summary>0 to 1 by rank.</summary>
    public double Central(LessonCandidate sentence) => _central[sentence.Index];

    /// <summary>All a sentence covers, whether said or not: how much of the module it sums up.</summary>
    public double Whole(LessonCandidate sentence) => _factors[sentence.Index] * _concepts[sentence.Index].Sum(c => _weights[c]);

    /// <summary>What a sentence would add of the words of title, headings and objectives, and of the terms: how much it announces.</summary>
    public double Announces(LessonCandidate sentence) =>
        _factors[sentence.Index] * _concepts[sentence.Index].Where(c => c[0] == '=' || _named.Contains(c)).Sum(c => _left[c]);

    public void Tell(LessonCandidate sentence)
    {
        foreach (var concept in _concepts[sentence.Index])
            _left[concept] *= Again(concept);
        Array.Clear(_gains);
    }

    private static double Again(string concept) => concept[0] is '=' or '#' ? TermAgain : WordAgain;

    /// <summary>Of how many of the module's headings a sentence names a term that is at home there.</summary>
    public int Headings(LessonCandidate sentence) => _concepts[sentence.Index].Select(c => _homes.GetValueOrDefault(c)).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Less for what names no term, and for what reads worse out of its text: stories, addresses to the reader, items of lists, long sentences, single findings.</summary>
    private double Quality(LessonCandidate c) =>
        (c.Form is not null ? ListItem : NamesTerm(c) ? 1 : 0.5)
        * (c.Source.Addresses ? 0.5 : 1)
        * (c.InExample ? 0.6 : 1)
        * (c.Past && !c.Narrative ? 0.75 : 1)
        * (c.Source.Kind == Sources.BlockKind.Paragraph || c.Block is not null ? 1 : 0.8)
        * (c.Words > 38 ? 0.8 : 1);

    /// <summary>Whether a sentence names something the module teaches.</summary>
    public bool NamesTerm(LessonCandidate c) => _concepts[c.Index].Any(_taught.Contains);

    /// <summary>The heading under which a taught term stands most often.</summary>
    private Dictionary<string, string> HomesOf(IReadOnlyList<LessonCandidate> candidates) => candidates
        .SelectMany(c => _concepts[c.Index].Where(_taught.Contains).Select(concept => (concept, c.Heading)))
        .GroupBy(x => x.concept, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.CountBy(x => x.Heading, StringComparer.Ordinal).MaxBy(h => h.Value).Key, StringComparer.Ordinal);

    private void WeighWords(IReadOnlyList<LessonCandidate> candidates, IReadOnlySet<string> named, WordWeights weights)
    {
        // Counted by paragraphs: what one anecdote repeats is not what the module is about.
        var uses = candidates.SelectMany(c => c.Stems.Select(stem => (stem, c.Source.Paragraph))).Distinct();
        foreach (var group in uses.GroupBy(u => u.stem, StringComparer.Ordinal))
        {
            var count = group.Count();
            if (count < 2 && !named.Contains(group.Key)) continue;
            _weights[group.Key] = Math.Max(weights[group.Key], 0.1) * Math.Log2(1 + count) * (named.Contains(group.Key) ? 1.6 : 1);
        }
    }

    private List<(string Pattern, string Concept)> WeighTerms(IReadOnlyList<Term> terms, double typical)
    {
        var patterns = new List<(string, string)>();
        foreach (var term in terms)
        {
            var concept = "=" + term.Key;
            _weights[concept] = 6 * typical * term.Score;
            if (term.Score >= LessonRoles.Taught) _taught.Add(concept);
            foreach (var name in term.Aliases.Prepend(term.Text))
                patterns.Add(($" {Spaced(name)} ", concept));
        }
        return patterns;
    }

    private List<string> ConceptsOf(LessonCandidate c, List<(string Pattern, string Concept)> patterns, int? objective)
    {
        var text = $" {Spaced(c.Text)} ";
        var concepts = c.Stems.Where(_weights.ContainsKey).ToList();
        concepts.AddRange(patterns.Where(p => p.Pattern.Length > 2 && text.Contains(p.Pattern, StringComparison.Ordinal)).Select(p => p.Concept).Distinct(StringComparer.Ordinal));
        concepts.Add("#" + c.Heading);
        if (objective is { } served) concepts.Add("@" + served);
        return concepts;
    }

    private static string Spaced(string text) => string.Join(' ', ContentWords.Words(text).Select(ContentWords.Stem));
}
