using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Chats;

/// <summary>Questions that mean the same.</summary>
/// <param name="Text">The one that is most like all of them.</param>
/// <param name="Others">Other wordings, newest first.</param>
/// <param name="Last">When one of them was last asked.</param>
public sealed record QuestionCluster(string Text, int Count, IReadOnlyList<string> Others, DateTimeOffset Last);

/// <summary>What learners asked that a course's material does not answer, for those who can add to it.</summary>
public sealed class UncoveredQuestions(TutorDb db, TimeProvider clock)
{
    /// <summary>Newer ones come first; more than these nobody reads.</summary>
    private const int MostRead = 1000;

    private static readonly TimeSpan s_kept = TimeSpan.FromDays(90);

    public async Task AddAsync(Guid courseId, Guid? moduleId, string text, CancellationToken ct)
    {
        db.UncoveredQuestions.Add(new UncoveredQuestion { Id = Guid.CreateVersion7(), CourseId = courseId, ModuleId = moduleId, Text = text, CreatedAt = clock.Now() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Of the last ninety days, what was asked most first.</summary>
    public async Task<IReadOnlyList<QuestionCluster>> OfAsync(Guid courseId, CancellationToken ct)
    {
        var since = clock.Now() - s_kept;
        var questions = await db.UncoveredQuestions.AsNoTracking().Where(q => q.CourseId == courseId && q.CreatedAt >= since)
            .OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Id).Take(MostRead).ToListAsync(ct);
        return QuestionClusters.Of(questions);
    }
}
