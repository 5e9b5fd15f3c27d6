using Tutor.Checks;
using Tutor.Facts;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>
/// Divides a course into modules along its own headings, or along shifts of topic where there are none. A module is normally one section of a chapter;
/// tiny neighbours are joined, giants are divided, and a chapter that is there in two formats makes its modules once.
/// </summary>
public sealed class OutlineWriter
{
    /// <summary>Words below which a source holds nothing to study.</summary>
    internal const int CoverSheet = 40;

    /// <param name="chunks">All of the course, in any order.</param>
    /// <param name="sourceNames">File names by source; sources are taken in their natural order ("week 2" before "week 10").</param>
    public static OutlineDraft Write(IEnumerable<Chunk> chunks, IReadOnlyDictionary<Guid, string> sourceNames)
    {
        string NameOf(Guid source) => sourceNames.GetValueOrDefault(source, "");
        var all = chunks.ToList();
        var data = DataTables.Of(all);
        all.RemoveAll(data.IsData);
        var weights = new WordWeights(all.Select(c => c.Text));
        var pieces = all
            .GroupBy(c => c.SourceId)
            .OrderBy(g => NameOf(g.Key), NaturalOrder.Instance).ThenBy(g => g.Key)
            .SelectMany(g => OutlineCut.Of([.. g.OrderBy(c => c.Ordinal)], weights))
            .ToList();
        // A cover sheet is no module, unless it is all there is.
        var merged = OutlineTwins.Merge(pieces.Any(p => p.Words >= CoverSheet) ? [.. pieces.Where(p => p.Words >= CoverSheet)] : pieces);
        return new OutlineDraft([.. Distinct(merged.Select(p => Draft(p, weights, NameOf(p.Chunks[0].SourceId))))]);
    }

    private static ModuleDraft Draft(OutlinePiece piece, WordWeights weights, string sourceName)
    {
        IReadOnlyList<Chunk> chunks = [.. piece.Chunks, .. piece.Twins];
        return new ModuleDraft(OutlineTitles.TitleOf(piece, weights, sourceName), OutlineTitles.PartOf(piece), [.. chunks.Select(c => c.Id)], [.. SectionsOf(chunks)])
        {
            Words = piece.Chunks.Sum(c => c.Words),
        };
    }

    private static IEnumerable<OutlineSection> SectionsOf(IReadOnlyList<Chunk> chunks)
    {
        for (int start = 0, end; start < chunks.Count; start = end)
        {
            var first = chunks[start];
            end = start + 1;
            while (end < chunks.Count && chunks[end].SourceId == first.SourceId && chunks[end].Headings.SequenceEqual(first.Headings)) end++;
            var heading = first.Headings.Count == 0 ? "" : OutlineTitles.Clean(first.Headings[^1]);
            yield return new OutlineSection(heading, [.. chunks.Skip(start).Take(end - start).Select(c => c.Id)]);
        }
    }

    /// <summary>Two modules of one title ("Introduction" of every chapter) are told apart by their part, else by a number.</summary>
    private static IEnumerable<ModuleDraft> Distinct(IEnumerable<ModuleDraft> modules)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var module in modules)
        {
            var title = module.Title;
            if (!seen.Add(title))
            {
                if (module.Part.Length > 0) title = $"{module.Title} ({module.Part})";
                for (var n = 2; !seen.Add(title); n++) title = $"{module.Title} ({n})";
            }
            yield return module with { Title = title };
        }
    }
}
