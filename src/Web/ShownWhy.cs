using Tutor.Assessment;

namespace Tutor.Web;

/// <summary>Why an answer is right, or is not.</summary>
public sealed record ShownWhy(string Explanation, ShownQuotes Quotes)
{
    public static ShownWhy Of(ScoredItem item, IReadOnlySet<Guid> sources) => new(item.Explanation, new ShownQuotes(item.Citations, sources));

    public static ShownWhy Of(Review.ItemBody item, IReadOnlySet<Guid> sources) => new(item.Explanation, new ShownQuotes(item.Citations, sources));
}
