using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Retrieval;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Writing;

namespace Tutor.Tutoring;

/// <summary>
/// What is read of the passages found for one question: their sentences, facts and runs. Only the best passages are read, so that a question costs the
/// same in a course of ten pages and of ten thousand.
/// </summary>
internal sealed class TutorMaterial
{
    /// <summary>About 1,600 words; what answers is nearly always among the first five.</summary>
    private const int MostPassages = 14, MostDefining = 4, LongestName = 80;

    private readonly Dictionary<Guid, double> _scores;
    private readonly Lazy<FactTable> _table;
    private readonly Lazy<IReadOnlyList<LessonCandidate>> _candidates;

    private TutorMaterial(IReadOnlyList<Passage> passages, Func<FactTable> table, WordWeights weights)
    {
        Weights = weights;
        // Reading sentences is most of the work, and a model that answers does not need them.
        _table = new Lazy<FactTable>(table);
        _candidates = new Lazy<IReadOnlyList<LessonCandidate>>(() => LessonMaterial.Of(Table, [.. Table.Chunks.Select(c => c.Id)]).Candidates);
        _scores = passages.ToDictionary(p => p.Chunk.Id, p => p.Score);
        SourceNames = passages.DistinctBy(p => p.Chunk.SourceId).ToDictionary(p => p.Chunk.SourceId, p => p.SourceName);
        Support = new SupportCheck(weights);
    }

    public FactTable Table => _table.Value;

    /// <summary>How much a word says, over all passages found.</summary>
    public WordWeights Weights { get; }

    public SupportCheck Support { get; }

    public IReadOnlyList<LessonCandidate> Candidates => _candidates.Value;

    public IReadOnlyDictionary<Guid, string> SourceNames { get; }

    public double ScoreOf(Chunk chunk) => _scores.GetValueOrDefault(chunk.Id);

    /// <param name="found">Best first.</param>
    /// <param name="asked">Passages that seem to say what its things are come before others, however often those name them.</param>
    public static TutorMaterial Of(IReadOnlyList<Passage> found, AskedQuestion asked, Lexicon lexicon)
    {
        var defining = asked.Kind is QuestionKind.Definition or QuestionKind.Comparison ? asked.Topics.SelectMany(t => Defining(found, t)).Distinct().ToList() : [];
        var best = defining.Concat(found.Except(defining)).Take(MostPassages).ToList();
        // In reading order, a source after the other: neighbours are read as the text they are.
        var order = best.Select(p => p.Chunk.SourceId).Distinct().Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        IReadOnlyList<Chunk> chunks = [.. best.Select(p => p.Chunk).OrderBy(c => order[c.SourceId]).ThenBy(c => c.Ordinal)];
        return new TutorMaterial(best, () => FactTable.From(chunks, lexicon), new WordWeights(found.Select(p => p.Chunk.IndexedText)));
    }

    private static IEnumerable<Passage> Defining(IReadOnlyList<Passage> found, string topic)
    {
        if (topic.Length is 0 or > LongestName) return [];
        // What was typed is part of the pattern: it is matched without going back, so that nothing typed can hold up the server.
        var name = Regex.Escape(topic);
        var says = new Regex($@"\b{name}(s|es)?(,? (also |or )[^,.]{{3,40}},)?( \([^)]{{1,30}}\))? (is|are|was|were|refers? to|means|describes?|occurs? when|involves?) |(^|\n|\| ?){name}(s|es)? ?[:|–—-]|\bIn {name},|\b(called|termed|known as) (an? |the )?{name}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return found.Where(p => says.IsMatch(p.Chunk.Text)).Take(MostDefining);
    }

    /// <summary>Up to three passages as they are named where nothing answers: the sentence of each that is nearest to the question.</summary>
    public static IReadOnlyList<Citation> Nearest(IReadOnlyList<Passage> found, IReadOnlySet<string> asked) =>
        [.. found.Take(3).Select(p => Nearest(p, asked))];

    private static Citation Nearest(Passage passage, IReadOnlySet<string> asked)
    {
        var text = passage.Chunk.Text;
        var (start, length) = SentenceSplitter.Split(text, 0, text.Length).Select(s => (s.Start, s.Length)).OrderByDescending(s => ContentWords.Of(text.Substring(s.Start, s.Length)).Distinct(StringComparer.Ordinal).Count(asked.Contains)).FirstOrDefault();
        return Citation.Of(passage.Chunk, passage.SourceName, start, length == 0 ? text.Length : length);
    }
}
