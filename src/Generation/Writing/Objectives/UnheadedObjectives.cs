using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Objectives for a module whose material has no headings to name what it is about: its terms, as the text defines and distinguishes them.</summary>
/// <param name="sourceNames">Names of the course's sources, for citations.</param>
public sealed class UnheadedObjectives(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames)
{
    private const int MostTerms = 3, Most = 4;

    /// <summary>At most four, those of the surest facts; none where the chunks define and compare nothing.</summary>
    public IReadOnlyList<ObjectiveBody> Write(IReadOnlyList<Guid> chunkIds)
    {
        var ids = chunkIds.ToHashSet();
        var facts = table.Facts.Where(f => ids.Contains(f.Evidence.Chunk.Id)).ToList();
        var comparison = facts.Where(f => f is { Kind: FactKind.Comparison, Other.Length: > 0 }).MaxBy(f => f.Score);
        var terms = facts.Where(f => f.Kind == FactKind.Definition).OrderByDescending(f => f.Score).DistinctBy(f => f.Key, StringComparer.Ordinal).ToList();
        var bodies = terms.Chunk(MostTerms).Where(g => g.Length == MostTerms || terms.Count < MostTerms).Take(Most).Select(Define).ToList();
        if (comparison is not null && bodies.Count < 2) bodies.Add(Body($"Distinguish {comparison.Term} from {comparison.Other}", BloomLevel.Understand, [comparison]));
        return bodies;
    }

    private ObjectiveBody Define(Fact[] terms) => terms is [var only]
        ? Body($"Explain what {Naming.Of(only)} {(only.Plural ? "are" : "is")}", BloomLevel.Understand, terms)
        : Body($"Define {ObjectivePhrases.Join([.. terms.Select(t => t.Term)])}", BloomLevel.Remember, terms);

    private ObjectiveBody Body(string text, BloomLevel level, Fact[] facts) => new(text, level, [.. facts.Select(f => f.Evidence).Distinct().Select(Cite)]);

    private Citation Cite(Evidence e) => Citation.Of(e.Chunk, sourceNames.GetValueOrDefault(e.Chunk.SourceId, ""), e.Start, e.Length);
}
