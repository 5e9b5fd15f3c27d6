using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Tutor;

/// <summary>A small published course with a learner in it, of one test alone: what is asked about there does not show in another.</summary>
internal sealed record PublishedCourse(WrittenCourse Course, Person Instructor, Person Learner)
{
    public Guid ModuleId => Course.Modules[0].Id;

    /// <param name="settings">Of the course, as the API takes them.</param>
    /// <param name="parts">Chapters, as long as one another.</param>
    public static async Task<PublishedCourse> AddAsync(TutorApp app, object? settings = null, int modules = 1, int items = 3, int parts = 1)
    {
        var (instructor, learner) = (await app.AddPersonAsync("instructor"), await app.AddPersonAsync());
        await using var db = app.NewContext();
        var course = await WrittenCourse.AddAsync(db, instructor.Id, modules, items);
        foreach (var (module, i) in course.Modules.Select((m, i) => (m, i))) db.Modules.Single(m => m.Id == module.Id).Part = $"Part {1 + (i * parts / modules)}";
        await db.SaveChangesAsync();
        var path = $"/api/v1/courses/{course.Id}";
        if (settings is not null) await SendAsync(instructor, HttpMethod.Patch, path, settings, HttpStatusCode.OK);
        await SendAsync(instructor, HttpMethod.Post, path + "/publications", new { }, HttpStatusCode.Created);
        await SendAsync(learner, HttpMethod.Post, path + "/enrollments", new { }, HttpStatusCode.Created);
        return new PublishedCourse(course, instructor, learner);
    }

    private static async Task SendAsync(Person who, HttpMethod method, string path, object body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        using var answer = await who.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }
}
