using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Web;

/// <summary>What is being written for a course or a module, for a line of progress.</summary>
/// <param name="Url">Where the line fetches itself again.</param>
/// <param name="Failures">Of the newest requests of each kind that failed and were not repeated since.</param>
/// <param name="Notice">What there is to know of the newest outline.</param>
public sealed record WorkView(string Url, IReadOnlyList<GenerationKind> Busy, double Progress, IReadOnlyList<Failure> Failures, Notice? Notice)
{
    public bool IsBusy => Busy.Count > 0;

    public bool IsOutlining => Busy.Contains(GenerationKind.Outline);

    /// <summary>What the page that shows this is waiting for.</summary>
    public string Waiting => IsOutlining ? "outline" : IsBusy ? "rest" : "";

    /// <summary>True where what an earlier look was waiting for is finished.</summary>
    public bool IsOver(string? waiting) => (waiting == "outline" && !IsOutlining) || (waiting == "rest" && !IsBusy);

    public string Sentence => this switch
    {
        { IsBusy: false } => "",
        { IsOutlining: true } => "Reading the material and proposing modules. You can close this page meanwhile.",
        _ => $"Writing {string.Join(" and ", Kinds())}. You can go on meanwhile.",
    };

    private IEnumerable<string> Kinds()
    {
        var (items, lessons) = (Busy.Count(k => k == GenerationKind.Items), Busy.Count(k => k == GenerationKind.Lesson));
        if (items > 0) yield return items == 1 ? "questions" : $"questions for {items} modules";
        if (lessons > 0) yield return lessons == 1 ? "a lesson" : $"{lessons} lessons";
    }
}
