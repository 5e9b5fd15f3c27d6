using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Writes a module's canonical lesson in the material's own sentences: what covers most comes first, what is told reads as text, everything is quoted.</summary>
/// <param name="sourceNames">Names of the course's sources, for citations.</param>
public sealed class LessonWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames)
{
    private readonly WordWeights _weights = new(table.Sentences.Select(s => s.Chunk).DistinctBy(c => c.Id).Select(c => c.Text));

    /// <param name="title">The module's title.</param>
    /// <param name="chunkIds">The module's chunks, in reading order.</param>
    /// <param name="objectives">The module's objectives; may be none.</param>
    /// <returns>A lesson without sections where the chunks hold no sentence that can be told.</returns>
    public LessonBody Write(string title, IReadOnlyList<Guid> chunkIds, IReadOnlyList<LessonObjective> objectives)
    {
        var material = LessonMaterial.Of(table, chunkIds);
        var terms = TermsOf(chunkIds);
        var named = NamedWords(title, material, objectives);
        var topics = new LessonTopics(material.Candidates, objectives, _weights);
        var worth = new LessonWorth(material.Candidates, terms, named, topics, _weights);
        var choice = new LessonChoice(material, objectives.Count, topics, worth, new LessonRoles(terms, title, worth));
        var lesson = new LessonComposer(material.Candidates, choice, objectives, sourceNames, title, new LessonSignpost(table, new SupportCheck(_weights))).Compose();
        return new LessonAbbreviations(table.Sentences.Where(s => chunkIds.Contains(s.Chunk.Id)), sourceNames).WriteOut(lesson);
    }

    private List<Term> TermsOf(IReadOnlyList<Guid> chunkIds)
    {
        var ids = chunkIds.ToHashSet();
        var sections = table.Sentences.Where(s => ids.Contains(s.Chunk.Id)).Select(s => s.Section.Index).ToHashSet();
        return [.. table.Terms.Where(t => sections.Contains(t.Section.Index))];
    }

    private static HashSet<string> NamedWords(string title, LessonMaterial material, IReadOnlyList<LessonObjective> objectives) => material.Candidates
        .SelectMany(c => c.Source.Headings)
        .Concat(objectives.Select(o => o.Body.Text))
        .Append(title)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(ContentWords.Of)
        .ToHashSet(StringComparer.Ordinal);
}
