using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tutor.Courses;
using Tutor.People;

namespace Tutor.Lessons;

/// <summary>Makes the lesson a learner will want next, while they still read their result.</summary>
public sealed class NextLesson(LessonService lessons, IServiceScopeFactory scopes, ILogger<NextLesson> log)
{
    /// <summary>Prepares the lesson after a module, in the learner's own variant. A failure costs nothing but the head start.</summary>
    public async Task PrepareAsync(Guid courseId, Guid moduleId, Guid learnerId, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            if ((await services.GetRequiredService<CourseReading>().OfAsync(courseId, ct)).PublicationId is not { } publication) return;
            var modules = await services.GetRequiredService<Outline>().PublishedAsync(publication, ct);
            if (modules.SkipWhile(m => m.Id != moduleId).Skip(1).FirstOrDefault() is not { } next) return;
            var profile = await services.GetRequiredService<Preferences>().OfAsync(learnerId, ct);
            await lessons.PublishedAsync(publication, next.Id, profile.Detail, profile.Style, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The lesson after module {Module} could not be prepared.", moduleId);
        }
    }
}
