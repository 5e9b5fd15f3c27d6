using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tutor.Courses;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Lessons;

/// <summary>Makes the lesson a learner will want next, while they still read their result.</summary>
public sealed class NextLesson(LessonService lessons, IDbContextFactory<TutorDb> contexts, ILogger<NextLesson> log)
{
    /// <summary>Prepares the lesson after a module, in the learner's own variant. A failure costs nothing but the head start.</summary>
    public async Task PrepareAsync(Guid moduleId, Guid learnerId, CancellationToken ct)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var next = await db.Courses.Where(c => c.PublicationId != null)
                .Join(db.Set<PublishedModule>(), c => c.PublicationId, m => m.PublicationId, (_, m) => m)
                .Where(m => m.ModuleId == moduleId)
                .SelectMany(m => db.Set<PublishedModule>().Where(n => n.PublicationId == m.PublicationId && n.Position == m.Position + 1))
                .SingleOrDefaultAsync(ct);
            var profile = await db.Users.Where(u => u.Id == learnerId).Select(u => new Profile(u.Detail, u.Style, u.Language)).SingleOrDefaultAsync(ct);
            if (next is not null && profile is not null) await lessons.PublishedAsync(next.PublicationId, next.ModuleId, profile.Detail, profile.Style, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The lesson after module {Module} could not be prepared.", moduleId);
        }
    }
}
