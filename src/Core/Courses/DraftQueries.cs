using Tutor.Data;
using Tutor.Review;

namespace Tutor.Courses;

internal static class DraftQueries
{
    public static IQueryable<Draft> Drafts(this IQueryable<Reviewable> rows, TutorDb db) =>
        rows.Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => new Draft(r.Id, r.ModuleId, r.Kind, r.ObjectiveId, r.Position, r.State, r.RevisionId, v.Checks));
}
