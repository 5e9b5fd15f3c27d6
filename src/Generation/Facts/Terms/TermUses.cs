namespace Tutor.Facts;

/// <summary>Counts where terms stand: one pass over the keys of all words, the longest term first.</summary>
internal sealed class TermUses
{
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    public TermUses(IEnumerable<string> keys)
    {
        foreach (var words in keys.Order(StringComparer.Ordinal).Select(k => k.Split(' ')))
        {
            (_byFirst.TryGetValue(words[0], out var list) ? list : _byFirst[words[0]] = []).Add(words);
        }
        foreach (var list in _byFirst.Values)
        {
            list.Sort((a, b) => b.Length.CompareTo(a.Length));
        }
    }

    /// <returns>Keys that stand in the words, also inside longer ones.</returns>
    public IEnumerable<string> In(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!_byFirst.TryGetValue(words[i], out var terms))
            {
                continue;
            }
            foreach (var term in terms)
            {
                if (i + term.Length <= words.Count && Stands(words, i, term))
                {
                    yield return string.Join(' ', term);
                }
            }
        }
    }

    private static bool Stands(IReadOnlyList<string> words, int at, string[] term)
    {
        for (var k = 1; k < term.Length; k++)
        {
            if (words[at + k] != term[k])
            {
                return false;
            }
        }
        return true;
    }
}
