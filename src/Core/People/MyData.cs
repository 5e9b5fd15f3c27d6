using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Chats;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.People;

/// <summary>Gathers everything that is kept about a person, for them to take along.</summary>
public sealed class MyData(TutorDb db, UserManager<User> users, ItemBodies items)
{
    public async Task<PersonalData> OfAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct);
        return new PersonalData(
            new AboutMe(user.Id, user.Email!, user.Name, user.CreatedAt, [.. await users.GetRolesAsync(user)]),
            Profile.Of(user),
            await db.Sessions.Where(s => s.UserId == userId).OrderBy(s => s.CreatedAt).Select(s => new MySignIn(s.CreatedAt, s.Device, s.RevokedAt)).ToListAsync(ct),
            await CoursesAsync(userId, ct),
            await db.Readings.Where(r => r.LearnerId == userId).OrderBy(r => r.UpdatedAt).Select(r => new MyReading(r.ModuleId, r.Place, r.UpdatedAt)).ToListAsync(ct),
            await QuizzesAsync(userId, ct),
            await MasteryAsync(userId, ct),
            await db.Flags.Where(f => f.LearnerId == userId).OrderBy(f => f.CreatedAt).Select(f => new MyFlag(f.ItemId, f.Kind, f.Reason, f.CreatedAt, f.ClosedAt, f.Answer)).ToListAsync(ct),
            await db.Decisions.Where(d => d.DecidedById == userId).OrderBy(d => d.CreatedAt).Select(d => new MyDecision(d.ReviewableId, d.Verdict, d.Reason, d.CreatedAt)).ToListAsync(ct),
            await ChatsAsync(userId, ct));
    }

    private async Task<IReadOnlyList<MyCourse>> CoursesAsync(Guid userId, CancellationToken ct)
    {
        var finished = (await db.Completions.Where(c => c.LearnerId == userId).Join(db.Modules, c => c.ModuleId, m => m.Id, (c, m) => new { c.CourseId, m.Title }).ToListAsync(ct)).ToLookup(c => c.CourseId, c => c.Title);
        var enrolled = await db.Enrollments.Where(e => e.UserId == userId).OrderBy(e => e.CreatedAt).Join(db.Courses, e => e.CourseId, c => c.Id, (e, c) => new { c.Id, c.Title, e.CreatedAt }).ToListAsync(ct);
        var taught = await db.CourseStaff.Where(s => s.UserId == userId).Join(db.Courses, s => s.CourseId, c => c.Id, (s, c) => new { c.Id, c.Title }).OrderBy(c => c.Title).ToListAsync(ct);
        return [
            .. enrolled.Select(c => new MyCourse(c.Id, c.Title, Roles.Learner, c.CreatedAt, [.. finished[c.Id]])),
            .. taught.Select(c => new MyCourse(c.Id, c.Title, Roles.Instructor, null, []))];
    }

    private async Task<IReadOnlyList<MyQuiz>> QuizzesAsync(Guid userId, CancellationToken ct)
    {
        var quizzes = await db.Quizzes.AsNoTracking().Where(q => q.LearnerId == userId).OrderBy(q => q.CreatedAt).Include(q => q.Items).ToListAsync(ct);
        var ids = quizzes.Select(q => q.Id).ToList();
        var attempts = (await db.Attempts.AsNoTracking().Where(a => ids.Contains(a.QuizId)).Include(a => a.Answers).OrderBy(a => a.Number).ToListAsync(ct)).ToLookup(a => a.QuizId);
        var bodies = await items.OfAsync(db, quizzes.SelectMany(q => q.Items).Select(i => i.RevisionId).Distinct(), ct);
        return [.. quizzes.Select(q =>
        {
            var asked = q.Items.ToDictionary(i => i.ItemId, i => bodies[i.RevisionId]);
            return new MyQuiz(q.Id, q.CourseId, q.ModuleId, q.CreatedAt, [.. attempts[q.Id].Select(a => Told(a, asked))]);
        })];
    }

    private static MyAttempt Told(Attempt attempt, Dictionary<Guid, ItemBody> asked) => new(
        attempt.Number, attempt.Score, attempt.OutOf, attempt.CreatedAt,
        [.. attempt.Answers.Where(a => asked.ContainsKey(a.ItemId)).Select(a => new MyAnswer(asked[a.ItemId].Stem, asked[a.ItemId].Choices.FirstOrDefault(c => c.Id == a.ChoiceId)?.Text, a.Correct))]);

    private async Task<IReadOnlyList<MyChat>> ChatsAsync(Guid userId, CancellationToken ct)
    {
        var chats = await db.Set<Chat>().AsNoTracking().Where(c => c.LearnerId == userId).OrderBy(c => c.CreatedAt).Include(c => c.Messages.OrderBy(m => m.Number)).ToListAsync(ct);
        return [.. chats.Select(c => new MyChat(c.Id, c.CourseId, c.Title, c.CreatedAt, [.. c.Messages.Select(m => new MyMessage(Inputs.WordOf(m.Speaker), m.Text, m.CreatedAt))]))];
    }

    private async Task<IReadOnlyList<MyObjective>> MasteryAsync(Guid userId, CancellationToken ct)
    {
        var rows = await db.Mastery.Where(m => m.LearnerId == userId && m.Observations > 0).OrderBy(m => m.UpdatedAt)
            .Join(db.Reviewables, m => m.ObjectiveId, r => r.Id, (m, r) => new { m.Probability, m.Observations, m.UpdatedAt, r.RevisionId })
            .Join(db.Revisions, m => m.RevisionId, v => v.Id, (m, v) => new { m.Probability, m.Observations, m.UpdatedAt, v.Body }).ToListAsync(ct);
        return [.. rows.Select(r => new MyObjective(RevisionBodies.Read<ObjectiveBody>(r.Body).Text, r.Probability, r.Observations, r.UpdatedAt))];
    }
}
