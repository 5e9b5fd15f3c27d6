using Tutor.Chats;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web.Pages.Teach;

/// <summary>What learners asked that the material does not answer.</summary>
public sealed class QuestionsModel(TutorDb db, CourseAccess access, UncoveredQuestions uncovered) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    public IReadOnlyList<QuestionCluster> Clusters { get; private set; } = [];

    public async Task OnGetAsync() => Clusters = await uncovered.OfAsync(Course.Id, Aborted);
}
