using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Retrieval;
using Tutor.Retrieval.Embedding;

namespace Tutor.Web.Pages.Teach;

/// <summary>Search in a course's material.</summary>
public sealed class SearchModel(TutorDb db, CourseAccess access, PassageSearch search, CourseEmbeddings embeddings) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    private const int Take = 10;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    /// <summary>As it is after the search, which may have found the embedder away.</summary>
    public CourseEmbedding Embedding { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        if (!string.IsNullOrWhiteSpace(Q)) Passages = await search.SearchAsync(Course.Id, Q.Trim(), Take, Aborted);
        Embedding = await embeddings.OfAsync(Course.Id, Aborted);
    }
}
