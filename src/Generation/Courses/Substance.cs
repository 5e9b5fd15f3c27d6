using Tutor.Checks;
using Tutor.Facts;
using Tutor.Sources;

namespace Tutor.Courses;

/// <summary>How much some passages give a writer to work with, counted: what stands behind saying that there is too little.</summary>
/// <param name="Words">Of the passages, tables and headings too.</param>
/// <param name="Sentences">Of running text.</param>
/// <param name="Stating">Sentences and rows that state a fact: something to ask for.</param>
/// <param name="Definitions">Rows of glossaries.</param>
/// <param name="Rows">Of tables.</param>
/// <param name="IsEnglish">Facts are read from English only.</param>
public sealed record Substance(int Words, int Sentences, int Stating, int Definitions, int Rows, bool IsEnglish)
{
    /// <summary>About every second word of English is one that only joins others; of German or Spanish every tenth is spelt like one.</summary>
    private const double EnglishShare = .2;

    /// <summary>With fewer words a language cannot be told.</summary>
    private const int LeastWords = 40;

    /// <summary>Sentences have 15 to 25 words; where they seem to have more than this, full stops are missing.</summary>
    private const int LongestSentences = 80;

    /// <summary>True where where the sentences end can be told.</summary>
    public bool HasEnds => Words < 2 * LongestSentences || Rows > 0 || Definitions > 0 || Sentences * LongestSentences >= Words;

    public static Substance Of(FactTable table, IReadOnlyList<Chunk> chunks)
    {
        var ids = chunks.Select(c => c.Id).ToHashSet();
        var sentences = table.Sentences.Where(s => ids.Contains(s.Chunk.Id) && s.Section.Role is SectionRole.Body or SectionRole.Summary && s.Kind != BlockKind.Caption).ToList();
        var facts = table.Facts.Where(f => ids.Contains(f.Evidence.Chunk.Id)).DistinctBy(f => (f.Evidence.Chunk.Id, f.Evidence.Start)).ToList();
        // Of two formats of one chapter only one is counted.
        return new Substance(
            chunks.GroupBy(c => c.SourceId).Select(g => g.Sum(c => c.Words)).DefaultIfEmpty().Max(), sentences.Count, facts.Count, facts.Count(f => f.Pattern == "glossary"),
            chunks.SelectMany(c => c.Parts.Where(p => p.Kind == BlockKind.Table).Select(p => DataTables.Rows(c, p))).Sum(),
            IsEnglishText(sentences.Select(s => s.Sentence.Text)));
    }

    private static bool IsEnglishText(IEnumerable<string> sentences)
    {
        int words = 0, joining = 0;
        foreach (var word in sentences.SelectMany(ContentWords.Words))
        {
            words++;
            if (ContentWords.IsFunctionWord(word)) joining++;
        }
        return words < LeastWords || joining >= EnglishShare * words;
    }
}
