using Tutor.Retrieval;

namespace Tutor.Chats;

/// <summary>
/// Puts questions together that ask the same, by the words they share: each counts by how rare it is among the questions, and a question joins the
/// group it is most like, if it is at least half like it. The material cannot help here: what it has no words for is what these questions are about.
/// </summary>
public static class QuestionClusters
{
    /// <summary>Cosine from which two questions are one.</summary>
    private const double Alike = 0.5;

    /// <summary>What a word of one question only counts, against those that several share: it is a wording more often than another question.</summary>
    private const double Alone = 0.5;

    private const int MostOthers = 5;

    /// <summary>Words of the asking rather than of what is asked.</summary>
    private static readonly HashSet<string> s_asking =
        [.. Tokenizer.Terms("what which who whom whose when where why how does do did can could would should explain define describe tell give mean means meaning called difference between example please know understand question about")];

    /// <param name="questions">Newest first.</param>
    public static IReadOnlyList<QuestionCluster> Of(IReadOnlyList<UncoveredQuestion> questions)
    {
        var terms = questions.Select(q => TermsOf(q.Text)).ToList();
        var texts = terms.SelectMany(t => t).CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var groups = new List<Group>();
        for (var i = 0; i < questions.Count; i++)
        {
            var vector = Unit(terms[i].ToDictionary(t => t, t => Math.Log(1 + ((double)questions.Count / texts[t])) * (texts[t] > 1 ? 1 : Alone), StringComparer.Ordinal));
            var best = groups.Select(g => (Group: g, Like: Dot(vector, Unit(g.Sum)))).Where(x => x.Like >= Alike).OrderByDescending(x => x.Like).FirstOrDefault().Group;
            if (best is null) groups.Add(best = new Group());
            best.Add(questions[i], vector);
        }
        return [.. groups.Select(g => g.ToCluster()).OrderByDescending(c => c.Count).ThenByDescending(c => c.Last)];
    }

    private static HashSet<string> TermsOf(string text)
    {
        var all = Tokenizer.Terms(text).Where(t => !StopWords.Contains(t)).ToHashSet(StringComparer.Ordinal);
        var said = all.Where(t => !s_asking.Contains(t)).ToHashSet(StringComparer.Ordinal);
        return said.Count > 0 ? said : all;
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var norm = Math.Sqrt(vector.Values.Sum(v => v * v));
        return norm == 0 ? vector : vector.ToDictionary(v => v.Key, v => v.Value / norm, StringComparer.Ordinal);
    }

    private static double Dot(Dictionary<string, double> a, Dictionary<string, double> b) => a.Sum(x => x.Value * b.GetValueOrDefault(x.Key));

    private sealed class Group
    {
        private readonly List<(UncoveredQuestion Question, Dictionary<string, double> Vector)> _members = [];

        public Dictionary<string, double> Sum { get; } = new(StringComparer.Ordinal);

        public void Add(UncoveredQuestion question, Dictionary<string, double> vector)
        {
            _members.Add((question, vector));
            foreach (var (term, weight) in vector) Sum[term] = Sum.GetValueOrDefault(term) + weight;
        }

        public QuestionCluster ToCluster()
        {
            var centre = _members.MaxBy(m => Dot(m.Vector, Sum)).Question.Text;
            var others = _members.Select(m => m.Question.Text).Where(t => !string.Equals(t, centre, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOthers).ToList();
            return new QuestionCluster(centre, _members.Count, others, _members.Max(m => m.Question.CreatedAt));
        }
    }
}
