using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Everything the writers know of a course: its sections, sentences, terms and facts. The same chunks give the same table.</summary>
public sealed class FactTable
{
    private FactTable(IReadOnlyList<Chunk> chunks, Lexicon lexicon, Casing casing, IReadOnlyList<Section> sections, IReadOnlyList<SourceSentence> sentences, IReadOnlyList<Term> terms, IReadOnlyList<Fact> facts, IReadOnlyList<PrintedObjective> objectives)
    {
        Chunks = chunks;
        Lexicon = lexicon;
        Casing = casing;
        Sections = sections;
        Sentences = sentences;
        Terms = terms;
        Facts = facts;
        Objectives = objectives;
    }

    /// <summary>What the table was read from.</summary>
    public IReadOnlyList<Chunk> Chunks { get; }

    public Lexicon Lexicon { get; }

    /// <summary>Which words are names.</summary>
    public Casing Casing { get; }

    public IReadOnlyList<Section> Sections { get; }

    /// <summary>Sentences of the running text, in reading order.</summary>
    public IReadOnlyList<SourceSentence> Sentences { get; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Those the material prints itself, in reading order; mostly none.</summary>
    public IReadOnlyList<PrintedObjective> Objectives { get; }

    /// <param name="chunks">All of the course, in reading order: by source, then by ordinal.</param>
    public static FactTable From(IReadOnlyList<Chunk> chunks, Lexicon lexicon)
    {
        var course = CourseText.Read(chunks, lexicon);
        var (facts, terms) = new FactReader(course, lexicon).Read();
        return new FactTable(chunks, lexicon, course.Casing, course.Sections, course.Sentences, terms, facts, ObjectiveLists.Find(course));
    }

    public IReadOnlyList<Fact> FactsOf(Section section) => [.. Facts.Where(f => f.Section.Index == section.Index)];

    public IReadOnlyList<Fact> FactsOfChapter(int chapter) => [.. Facts.Where(f => f.Section.Chapter == chapter)];

    public IReadOnlyList<Term> TermsOf(Section section) => [.. Terms.Where(t => t.Section.Index == section.Index)];

    /// <summary>The sections that chunks belong to, in reading order.</summary>
    public IReadOnlyList<Section> SectionsOf(IEnumerable<Guid> chunkIds)
    {
        var wanted = chunkIds.ToHashSet();
        return [.. Sentences.Where(s => wanted.Contains(s.Chunk.Id)).Select(s => s.Section).DistinctBy(s => s.Index)];
    }

    public IReadOnlyList<SourceSentence> SentencesOf(Section section) => [.. Sentences.Where(s => s.Section.Index == section.Index)];
}
