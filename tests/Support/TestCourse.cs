using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Courses;
using Tutor.Sources;
using Xunit;

namespace Tutor;

/// <summary>A course with what tests want in it, made through the product's own use cases.</summary>
public sealed class TestCourse
{
    private readonly TutorApp _app;

    private TestCourse(TutorApp app, Guid id) => (_app, Id) = (app, id);

    public Guid Id { get; }

    public static async Task<TestCourse> AddAsync(TutorApp app, Guid? instructor = null)
    {
        var course = new Course { Id = Guid.CreateVersion7(), Title = "Course " + Guid.NewGuid().ToString("N")[..6], CreatedAt = DateTimeOffset.UtcNow };
        await using var db = app.NewContext();
        db.Courses.Add(course);
        if (instructor is { } user) db.CourseStaff.Add(new CourseStaff { CourseId = course.Id, UserId = user });
        await db.SaveChangesAsync();
        return new TestCourse(app, course.Id);
    }

    public Task<UploadResult> UploadAsync(string name, string text) => UploadAsync(name, Encoding.UTF8.GetBytes(text));

    public Task<UploadResult> UploadAsync(string name, byte[] bytes) =>
        _app.Services.GetRequiredService<SourceService>().UploadAsync(Id, null, name, new MemoryStream(bytes), CancellationToken.None);

    /// <summary>Uploads and waits for the end, good or bad.</summary>
    public async Task<Source> IngestAsync(string name, string text)
    {
        var result = await UploadAsync(name, text);
        Assert.Null(result.Refusal);
        return await EndOfAsync(result.Source!.Id);
    }

    /// <summary>Waits until a source is ready or failed; gives up after a minute.</summary>
    public async Task<Source> EndOfAsync(Guid sourceId)
    {
        for (var n = 0; n < 600; n++)
        {
            await using var db = _app.NewContext();
            var source = await db.Sources.FindAsync(sourceId);
            if (source?.State is SourceState.Ready or SourceState.Failed) return source;
            await Task.Delay(100);
        }
        throw new TimeoutException("The source is neither ready nor failed after a minute.");
    }
}
