using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;

namespace Tutor.Web.Pages.Find;

/// <summary>One box for courses, modules, passages and, for admins, people.</summary>
public sealed class SearchModel(Finding finding) : TutorPage
{
    private const int LongestQuery = 2000;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The course one came from.</summary>
    [BindProperty(SupportsGet = true, Name = "course")]
    public Guid? CourseId { get; set; }

    public Found Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var query = (Q ?? "").Trim();
        Found = await finding.FindAsync(query.Length > LongestQuery ? query[..LongestQuery] : query, CourseId, Caller, Aborted);
    }
}
