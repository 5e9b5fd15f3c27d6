using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web.Pages.Teach;

/// <summary>What would go out, how much of it nobody has looked at, and one button.</summary>
public sealed class PublishModel(TutorDb db, CourseAccess access, Publishing publishing) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    public PublicationChange Change { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublicationSummary> Published { get; private set; } = [];

    public KindCounts Holds => KindCounts.Of(Change.Plan.Revisions.Select(r => r.Kind));

    public int Pieces => Change.Plan.Revisions.Count();

    public IEnumerable<string> LeftOut
    {
        get
        {
            var left = Change.Plan.LeftOut;
            if (left.FailedChecks > 0) yield return $"{Words.Count(left.FailedChecks, "piece")} that did not pass the checks";
            if (left.Rejected > 0) yield return $"{Words.Count(left.Rejected, "piece")} that somebody rejected";
            if (left.NotAccepted > 0) yield return $"{Words.Count(left.NotAccepted, "piece")} that nobody has accepted yet";
            if (left.WithoutObjective > 0) yield return $"{Words.Count(left.WithoutObjective, "question")} whose objective is not part of the course";
        }
    }

    public async Task OnGetAsync()
    {
        Change = await publishing.PreviewAsync(Course.Id, Aborted);
        if ((await publishing.ListAsync(Course.Id, null, Aborted)).Succeeded(out var page, out _)) Published = [.. page.Items.Reverse()];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await publishing.PublishAsync(Course.Id, Caller.Id, Aborted);
        if (!made.Succeeded(out var summary, out var refusal)) return Refuse(refusal, RedirectToPage());
        Say($"Version {summary.Publication.Number} is published.", Undo(summary));
        return RedirectToPage();
    }

    /// <summary>Publishes what an earlier version held.</summary>
    public async Task<IActionResult> OnPostAgainAsync(int number)
    {
        var made = await publishing.PublishAgainAsync(Course.Id, number, Caller.Id, Aborted);
        if (!made.Succeeded(out var summary, out var refusal)) return Refuse(refusal, RedirectToPage());
        Say($"Learners see what version {number} held. It is version {summary.Publication.Number} now.", Undo(summary));
        return RedirectToPage();
    }

    private string? Undo(PublicationSummary made) => made.Publication.Number > 1 ? $"/teach/{Course.Id}/publish?handler=Again&number={made.Publication.Number - 1}" : null;
}
