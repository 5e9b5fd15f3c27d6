using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Brings the spellings of a term to one key: lower case, singular, without marks. One instance a thread: it remembers words.</summary>
public sealed class TermKeys(Lexicon lexicon)
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public string Of(string term) => string.Join(' ', WordsOf(term));

    public IReadOnlyList<string> WordsOf(string text) =>
        [.. Tokenizer.Words(text).Where(w => char.IsLetterOrDigit(w.Text[0])).Select(w => Word(w.Text.ToLowerInvariant()))];

    public string Of(Phrase phrase) => string.Join(' ', phrase.Each().Where(t => char.IsLetterOrDigit(t.Text[0])).Select(t => Word(t.Lower)));

    /// <summary>The word as a noun in the singular; other words stay as they are.</summary>
    public string Word(string lower)
    {
        if (!_words.TryGetValue(lower, out var key))
        {
            _words[lower] = key = lower.Length > 3 && lower.EndsWith('s') || lower.Length > 2 && !lower.EndsWith('s') ? lexicon.Singular(lower) : lower;
        }
        return key;
    }
}
