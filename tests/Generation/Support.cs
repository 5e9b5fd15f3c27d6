using Tutor.Facts;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor;

/// <summary>The dictionary, read once for all tests; without wordnet-base the tests that need it are skipped.</summary>
internal static class English
{
    public static Lexicon Lexicon { get; } = Lexicon.Load();

    public static void IsNeeded() => Xunit.Assert.SkipUnless(Lexicon.HasDictionary, "wordnet-base is not installed");

    public static Sentence Read(string sentence) => new SentenceReader(Lexicon).ReadOne(sentence);

    /// <summary>A course of one section.</summary>
    public static FactTable Facts(params string[] paragraphs) => FactTable.From([Make.Chunk(string.Join("\n\n", paragraphs), ["Chapter", "Section"])], Lexicon);

    public static FactTable Facts(IReadOnlyList<Chunk> chunks) => FactTable.From(chunks, Lexicon);
}
