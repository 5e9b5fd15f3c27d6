namespace Tutor.Retrieval.Languages;

/// <summary>
/// Reads texts of any language as terms. A source has one language, and a chunk another where it says so plainly; what cannot be told is read
/// as English. Stop words of other languages are not terms, English ones are (see <see cref="StopWords"/>).
/// </summary>
public sealed class TermReader(Stems stems)
{
    /// <param name="texts">All chunks of one source.</param>
    public async Task<IReadOnlyList<TermCounts>> ReadAsync(IReadOnlyList<string> texts, CancellationToken ct)
    {
        var words = texts.Select(t => Tokenizer.Words(t).ToList()).ToList();
        var languages = LanguagesOf(texts, words);
        var stemsOf = await StemsAsync(words.Zip(languages, (w, l) => (w as IReadOnlyCollection<Word>, l)), ct);
        return [.. texts.Select((text, i) => TermCounts.Of(Tokenizer.Terms(words[i], stemsOf(languages[i]))) with { Language = languages[i], Abbreviations = Abbreviation.In(text) })];
    }

    /// <summary>The terms of words read as each of the languages; none for a stop word.</summary>
    internal async Task<Func<Word, IEnumerable<(string Language, string? Term)>>> ReadAsync(IReadOnlyList<Word> words, IReadOnlyCollection<string> languages, CancellationToken ct)
    {
        var stemsOf = await StemsAsync(languages.Select(l => (words as IReadOnlyCollection<Word>, l)), ct);
        return word => languages.Select(l => (l, StopWords.Contains(word, l) ? null : stemsOf(l)(word)));
    }

    private static List<string> LanguagesOf(IReadOnlyList<string> texts, List<List<Word>> words)
    {
        var hits = words.Select(LanguageDetector.Hits).ToList();
        var all = hits.SelectMany(h => h).GroupBy(h => h.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(h => h.Value), StringComparer.Ordinal);
        var scripts = texts.Select(LanguageDetector.OfScript).ToList();
        var most = scripts.GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(s => s.Count()).ThenBy(s => s.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var source = most ?? LanguageDetector.Of(all) ?? LanguageNames.English;
        return [.. scripts.Zip(hits, (script, own) => script ?? (LanguageDetector.Of(own) is { } other && LanguageDetector.IsRather(own, other, than: source) ? other : source))];
    }

    /// <summary>For a language the way from a word to its term; PostgreSQL is asked once a language.</summary>
    private async Task<Func<string, Func<Word, string?>>> StemsAsync(IEnumerable<(IReadOnlyCollection<Word> Words, string Language)> texts, CancellationToken ct)
    {
        var byLanguage = new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var group in texts.Where(t => t.Language != LanguageNames.English).GroupBy(t => t.Language, t => t.Words, StringComparer.Ordinal))
        {
            var distinct = group.SelectMany(w => w).Where(w => w.Kind != WordKind.Pair).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
            byLanguage[group.Key] = await stems.OfAsync(group.Key, distinct, ct);
        }
        return language => language == LanguageNames.English ? Tokenizer.EnglishTerm : word => Term(word, byLanguage[language]);
    }

    private static string? Term(Word word, Dictionary<string, string?> stemsOf) =>
        word.Kind == WordKind.Pair ? word.Text : stemsOf[word.Lower] is { } stem ? Tokenizer.WithoutAccents(stem) : null;
}
