namespace Tutor.Checks;

/// <summary>How much each content word says: inverse document frequency over a course's chunks. A word that stands nowhere in the course weighs most.</summary>
public sealed class WordWeights
{
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly int _count;

    public WordWeights(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            _count++;
            foreach (var word in ContentWords.Of(text).ToHashSet(StringComparer.Ordinal))
                _documents[word] = _documents.GetValueOrDefault(word) + 1;
        }
    }

    public double this[string stem] => Math.Log((_count + 1) / (_documents.GetValueOrDefault(stem) + 0.5));

    public double Sum(IEnumerable<string> stems) => stems.Sum(s => Math.Max(this[s], 0.05));
}
