using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval.Queries;

/// <summary>
/// Reads a query as a course's own words. It is stemmed in all languages of the course; a word the course does not have is read as the nearest
/// one, or as the two it consists of; abbreviations the course explains stand for their long forms, and the other way round.
/// </summary>
internal sealed class QueryReader(TermReader reader, QuotedWords quotes)
{
    /// <summary>What terms count that were not asked for: the other form of an abbreviation, a compound that has the word in it, two words as one.
    /// In full they cost .004 (nDCG@10) where the course has both forms anyway; so they cost nothing, and lead to what says only the other.</summary>
    private const double Related = 0.3, Joined = 0.5;

    /// <summary>Each costs about a millisecond; a query with more unknown words is not mistyped but foreign.</summary>
    private const int MostUnknown = 8;

    public async Task<Query> ReadAsync(string text, CourseWords course, CancellationToken ct)
    {
        var readings = await ReadingsAsync([.. Tokenizer.Words(text)], course.Languages, ct);
        var terms = new QueryTerms();
        var corrected = new List<string>();
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            if (reading.Word.Kind is WordKind.Pair or WordKind.Joined || reading.Terms.Any(t => course.ChunksWith(t) > 0)) terms.Add(reading.Terms);
            else if (unknown.Count < MostUnknown || unknown.Contains(reading.Word.Lower))
            {
                unknown.Add(reading.Word.Lower);
                var instead = Instead(reading, course);
                terms.Add(instead);
                if (!instead.SequenceEqual(reading.Terms)) corrected.AddRange(instead);
            }
            else terms.Add(reading.Terms);
        }
        Expand(readings, course, terms);
        return new Query(terms.ToList(), corrected.Count == 0 ? text : text + " " + string.Join(' ', corrected), await quotes.WeighAsync(text, course, ct));
    }

    private async Task<List<Reading>> ReadingsAsync(IReadOnlyList<Word> words, IReadOnlyList<string> languages, CancellationToken ct)
    {
        var termsOf = await reader.ReadAsync(words, languages, ct);
        // "Die" is an article in German and a verb in English: the query's own small words say which, if any.
        var own = languages.Count == 1 ? languages[0] : LanguageDetector.Among(languages, words);
        var readings = new List<Reading>();
        foreach (var word in words)
        {
            var terms = termsOf(word).ToList();
            if (terms.Any(t => t.Term is null && (own is null || t.Language == own))) continue;
            readings.Add(new Reading(word, [.. terms.Select(t => t.Term).Append(Tokenizer.AsWritten(word)).OfType<string>().Distinct()]));
        }
        return readings.Count > 0 ? readings : [.. words.Select(w => new Reading(w, [Tokenizer.EnglishTerm(w)]))];
    }

    private static string[] Instead(Reading reading, CourseWords course)
    {
        var bare = Tokenizer.WithoutAccents(reading.Word.Lower);
        var nearest = course.Languages.Contains(LanguageNames.English) ? Spelling.NearestEnglish(bare, course.ChunksWith) : null;
        if (course.Languages.Any(l => l != LanguageNames.English))
            nearest ??= reading.Terms.Select(t => Spelling.Nearest(t, course.Vocabulary, course.ChunksWith)).OfType<string>().FirstOrDefault();
        if (nearest is not null) return [nearest];
        var withLinks = course.Languages.Any(LanguageNames.WritesCompoundsInOneWord);
        return reading.Terms.Select(t => Compounds.Split(t, course.ChunksWith, withLinks)).FirstOrDefault(s => s is not null) is { } parts ? [parts.First, parts.Second] : reading.Terms;
    }

    private static void Expand(List<Reading> readings, CourseWords course, QueryTerms terms)
    {
        for (var i = 0; i + 1 < readings.Count; i++)
        {
            if (readings[i].Word.Kind != WordKind.Simple || readings[i + 1].Word.Kind != WordKind.Simple) continue;
            var joined = Tokenizer.EnglishTerm(new Word(readings[i].Word.Text + readings[i + 1].Word.Text, WordKind.Joined));
            if (course.ChunksWith(joined) > 0) terms.AddNew(joined, Joined);
        }
        var sequence = readings.Where(r => r.Word.Kind != WordKind.Joined).Select(r => r.Terms).ToList();
        foreach (var abbreviation in course.Abbreviations)
        {
            if (readings.Any(r => abbreviation.Is(r.Word)))
                foreach (var term in abbreviation.Full) terms.AddNew(term, Related);
            if (abbreviation.IsSpelledOutIn(sequence)) terms.AddNew(abbreviation.Term, Related);
        }
        if (!course.Languages.Any(LanguageNames.WritesCompoundsInOneWord)) return;
        foreach (var term in terms.ToList())
            foreach (var related in Compounds.Related(term.Term, course.Vocabulary, course.ChunksWith)) terms.AddNew(related, Related);
    }

    /// <param name="Terms">One or more ways to read it.</param>
    private sealed record Reading(Word Word, string[] Terms);

    /// <summary>In the order they came, so that sums are the same every time.</summary>
    private sealed class QueryTerms
    {
        private readonly OrderedDictionary<string, double> _weights = new(StringComparer.Ordinal);

        public void Add(IEnumerable<string> terms)
        {
            foreach (var term in terms) _weights[term] = _weights.GetValueOrDefault(term) + 1;
        }

        public void AddNew(string term, double weight) => _weights.TryAdd(term, weight);

        /// <summary>A word that a paragraph repeats says more about it, but not ten times as much.</summary>
        public IReadOnlyList<QueryTerm> ToList() => [.. _weights.Select(w => new QueryTerm(w.Key, w.Value > 1 ? 1 + Math.Log(w.Value) : w.Value))];
    }
}
