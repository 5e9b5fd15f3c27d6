namespace Tutor.Review;

/// <summary>A revision's body with regard to what it cites, whatever its kind.</summary>
/// <param name="Title">The objective, the question; empty for a lesson.</param>
/// <param name="Citations">Those that prove it; what a wrong choice really is does not count.</param>
public sealed record CitedBody(string Title, IReadOnlyList<Citation> Citations, Func<Func<Citation, Citation>, object> Citing)
{
    public static CitedBody Of(ReviewableKind kind, Revision revision)
    {
        switch (kind)
        {
            case ReviewableKind.Objective:
                var objective = revision.As<ObjectiveBody>();
                return new(objective.Text, objective.Citations, change => objective with { Citations = Each(objective.Citations, change) });
            case ReviewableKind.Item:
                var item = revision.As<ItemBody>();
                return new(item.Stem, item.Citations, change => item with
                {
                    Citations = Each(item.Citations, change), Choices = [.. item.Choices.Select(c => c with { Citations = Each(c.Citations, change) })],
                });
            default:
                var lesson = revision.As<LessonBody>();
                return new("", lesson.Citations, change => lesson with { Citations = Each(lesson.Citations, change) });
        }
    }

    private static List<Citation> Each(IReadOnlyList<Citation> citations, Func<Citation, Citation> change) => [.. citations.Select(change)];
}
