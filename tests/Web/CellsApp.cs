using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Courses;
using Tutor.Jobs;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;
using Xunit;

namespace Tutor;

/// <summary>A server with one published course, made from a PDF of the demo course by everything that makes courses.</summary>
public sealed class CellsApp : TutorApp, IAsyncLifetime
{
    public Guid CourseId { get; private set; }

    /// <summary>A published module with a lesson and a quiz.</summary>
    public Guid ModuleId { get; private set; }

    public Guid SourceId { get; private set; }

    /// <summary>A question of the module.</summary>
    public Guid ReviewId { get; private set; }

    public Person Instructor { get; private set; } = null!;

    public Person Admin { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Instructor = await AddPersonAsync("instructor");
        Admin = await AddPersonAsync("admin");
        CourseId = await MakeAsync(Instructor.Id);
        await using var db = NewContext();
        ModuleId = await db.Modules.Where(m => m.CourseId == CourseId && db.Reviewables.Count(r => r.ModuleId == m.Id && r.Kind == ReviewableKind.Item) >= 4
            && db.Reviewables.Any(r => r.ModuleId == m.Id && r.Kind == ReviewableKind.Lesson)).OrderBy(m => m.Position).Select(m => m.Id).FirstAsync();
        ReviewId = await db.Reviewables.Where(r => r.ModuleId == ModuleId && r.Kind == ReviewableKind.Item).OrderByDescending(r => r.Position).Select(r => r.Id).FirstAsync();
    }

    /// <summary>An address with the ids of this course for {course}, {module}, {source} and {review}.</summary>
    public string In(string path) => path
        .Replace("{course}", CourseId.ToString(), StringComparison.Ordinal)
        .Replace("{module}", ModuleId.ToString(), StringComparison.Ordinal)
        .Replace("{source}", SourceId.ToString(), StringComparison.Ordinal)
        .Replace("{review}", ReviewId.ToString(), StringComparison.Ordinal);

    /// <summary>Somebody enrolled in the course.</summary>
    public async Task<Person> AddLearnerAsync()
    {
        var learner = await AddPersonAsync();
        await using var scope = Services.CreateAsyncScope();
        var enrolled = await scope.ServiceProvider.GetRequiredService<Enrolling>().JoinAsync(CourseId, new(learner.Id, false, false), default);
        Assert.Null(enrolled.Refusal);
        return learner;
    }

    /// <summary>Waits until nothing is being written for a course.</summary>
    public async Task WrittenAsync(Guid courseId)
    {
        for (var n = 0; n < 900; n++)
        {
            await using var db = NewContext();
            if (!await db.Generations.AnyAsync(g => g.CourseId == courseId && (g.State == WorkState.Queued || g.State == WorkState.Running))) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("Something is still being written after 90 seconds.");
    }

    private async Task<Guid> MakeAsync(Guid instructor)
    {
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<CourseEditing>().CreateAsync("The Living Cell", "An introduction to cell biology.", new(instructor, true, false), default);
        var course = made.Value.Id;
        await using (var pdf = File.OpenRead(Samples.PathOf("living-cell-chapter-1-3.pdf")))
            SourceId = (await Services.GetRequiredService<SourceService>().UploadAsync(course, instructor, "living-cell-chapter-1-3.pdf", pdf, default)).Source!.Id;
        await ReadyAsync(SourceId);
        await Services.GetRequiredService<GenerationRequests>().OutlineAsync(course, instructor, default);
        await WrittenAsync(course);
        Assert.Null((await scope.ServiceProvider.GetRequiredService<Publishing>().PublishAsync(course, instructor, default)).Refusal);
        return course;
    }

    private async Task ReadyAsync(Guid sourceId)
    {
        for (var n = 0; n < 900; n++)
        {
            await using var db = NewContext();
            var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == sourceId);
            Assert.Null(source.Failure);
            if (source.State == SourceState.Ready) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The source is not ready after 90 seconds.");
    }
}
