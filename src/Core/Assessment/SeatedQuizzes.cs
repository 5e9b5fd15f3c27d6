using Tutor.Data;
using Tutor.People;

namespace Tutor.Assessment;

internal static class SeatedQuizzes
{
    /// <summary>Quizzes whose learner still has a seat in the course: who was taken out of it has no quiz of it either.</summary>
    public static IQueryable<Quiz> OfTheSeated(this IQueryable<Quiz> quizzes, TutorDb db) => quizzes.Where(q =>
        db.Enrollments.Any(e => e.CourseId == q.CourseId && e.UserId == q.LearnerId)
        || db.CourseStaff.Any(s => s.CourseId == q.CourseId && s.UserId == q.LearnerId)
        || db.UserRoles.Any(r => r.UserId == q.LearnerId && db.Roles.Any(x => x.Id == r.RoleId && x.Name == Roles.Admin)));
}
