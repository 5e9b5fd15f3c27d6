namespace Tutor.Language;

/// <summary>
/// Relations between nouns by their dictionary forms. Only the first three senses of a noun count: the rarer ones relate everything with everything.
/// </summary>
public sealed class NounRelations
{
    private readonly Dictionary<string, int[]> _senses;
    private readonly Dictionary<int, NounSynset> _synsets;

    internal NounRelations(Dictionary<string, int[]> senses, Dictionary<int, NounSynset> synsets)
    {
        _senses = senses;
        _synsets = synsets;
    }

    internal static NounRelations None { get; } = new([], []);

    public bool Knows(string noun) => _senses.ContainsKey(noun);

    /// <summary>Class of a noun's most frequent sense (WordNet's lexicographer file: 4 act, 5 animal, 8 body, 9 cognition, 18 person …); 0 where unknown.</summary>
    public int ClassOf(string noun) => _senses.TryGetValue(noun, out var senses) ? _synsets[senses[0]].Class : 0;

    public bool AreSynonyms(string a, string b) => a == b || SensesOf(a).Intersect(SensesOf(b)).Any();

    /// <summary>"dog" is a kind of "animal".</summary>
    public bool IsKindOf(string noun, string kind)
    {
        var kinds = SensesOf(kind).ToHashSet();
        return kinds.Count > 0 && SensesOf(noun).Any(s => Above(s).Any(kinds.Contains));
    }

    /// <summary>"wheel" is a part of "car"; also through what the whole is a kind of.</summary>
    public bool IsPartOf(string noun, string whole)
    {
        var wholes = SensesOf(whole).SelectMany(s => Above(s).Prepend(s)).ToHashSet();
        return SensesOf(noun).Any(s => Above(s).Prepend(s).Take(3).SelectMany(k => _synsets[k].Wholes).Any(wholes.Contains));
    }

    /// <summary>Two kinds of one thing, neither a kind of the other.</summary>
    public bool AreSisters(string a, string b) =>
        a != b && SensesOf(a).SelectMany(s => _synsets[s].Kinds).Intersect(SensesOf(b).SelectMany(s => _synsets[s].Kinds)).Any();

    private int[] SensesOf(string noun) => _senses.GetValueOrDefault(noun, []);

    private IEnumerable<int> Above(int synset)
    {
        var open = new Queue<int>(_synsets[synset].Kinds);
        var seen = new HashSet<int>();
        while (open.TryDequeue(out var next))
        {
            if (seen.Add(next))
            {
                yield return next;
                foreach (var kind in _synsets[next].Kinds)
                {
                    open.Enqueue(kind);
                }
            }
        }
    }
}
