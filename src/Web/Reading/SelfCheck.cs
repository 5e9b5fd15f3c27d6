using Tutor.Assessment;
using Tutor.Personalising;
using Tutor.Review;

namespace Tutor.Web.Reading;

/// <summary>A question in the middle of a lesson.</summary>
/// <param name="After">Index of the part it comes after.</param>
/// <param name="Language">Of the lesson, hence of the question.</param>
/// <param name="Chosen">What was answered; null before. Only then may the page say which choice is right.</param>
public sealed record SelfCheck(Guid ModuleId, PoolItem Item, int After, string? Language, Guid? Chosen)
{
    /// <summary>Sources the course still has.</summary>
    public IReadOnlySet<Guid> Sources { get; init; } = new HashSet<Guid>();

    public bool IsRight => Item.Body.Choices.Any(c => c.IsKey && c.Id == Chosen);

    /// <summary>The question that fits best between the parts: it asks for words just read, as near to the middle as there is one.</summary>
    /// <param name="spare">Surest first.</param>
    public static SelfCheck? Between(LessonText text, LessonPage page, IReadOnlyList<PoolItem> spare, Guid moduleId)
    {
        if (text.Parts.Count < 2 || spare.Count == 0) return null;
        var best = spare.SelectMany((item, rank) => Enumerable.Range(0, text.Parts.Count - 1).Select(after => (item, rank, after)))
            .MinBy(c => (!AsksFor(c.item, text.Parts[c.after], page), FromMiddle(text, c.after), c.rank));
        return new SelfCheck(moduleId, best.item, best.after, text.Language, null);
    }

    /// <summary>Answered, where the answer is one of its choices.</summary>
    public SelfCheck With(Guid? item, Guid? choice) => item == Item.ItemId && Item.Body.Choices.Any(c => c.Id == choice) ? this with { Chosen = choice } : this;

    private static bool AsksFor(PoolItem item, LessonPart part, LessonPage page) =>
        page.Citations.Where(c => part.Citations.Contains(c.Number)).Any(told => item.Body.Citations.Any(c => Overlap(c, told.Citation)));

    private static bool Overlap(Citation a, Citation b) => a.ChunkId == b.ChunkId && a.Start < b.Start + b.Quote.Length && b.Start < a.Start + a.Quote.Length;

    private static int FromMiddle(LessonText text, int after) =>
        Math.Abs((2 * text.Parts.Take(after + 1).Sum(p => p.Html.Length)) - text.Parts.Sum(p => p.Html.Length));
}
