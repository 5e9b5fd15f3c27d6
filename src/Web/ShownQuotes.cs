using Tutor.Review;

namespace Tutor.Web;

/// <summary>Quotes under a question, each with its page.</summary>
/// <param name="Sources">Those the course still has.</param>
public sealed record ShownQuotes(IReadOnlyList<Citation> Citations, IReadOnlySet<Guid> Sources)
{
    public bool IsThere(Citation citation) => Sources.Contains(citation.SourceId);
}
