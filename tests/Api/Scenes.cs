using System.Net;
using System.Text.Json;

namespace Tutor;

/// <summary>The people and courses most tests begin with.</summary>
internal static class Scenes
{
    /// <summary>An instructor with a written course.</summary>
    public static async Task<(Person Instructor, WrittenCourse Course)> ACourseAsync(this TutorApp app, int modules = 1, int items = 6)
    {
        var instructor = await app.AddPersonAsync("instructor");
        await using var db = app.NewContext();
        return (instructor, await WrittenCourse.AddAsync(db, instructor.Id, modules, items));
    }

    /// <summary>A written course that is published, with a learner in it.</summary>
    public static async Task<(Person Instructor, WrittenCourse Course, Person Learner)> APublishedCourseAsync(this TutorApp app, int modules = 1, int items = 6)
    {
        var (instructor, course) = await app.ACourseAsync(modules, items);
        await PublishAsync(instructor, course.Id);
        var learner = await app.AddPersonAsync();
        await EnrolAsync(learner, course.Id);
        return (instructor, course, learner);
    }

    public static async Task<JsonElement> PublishAsync(Person instructor, Guid courseId) =>
        await (await instructor.Client.PostAsync($"/api/v1/courses/{courseId}/publications", new { })).JsonAsync(HttpStatusCode.Created);

    public static async Task EnrolAsync(Person learner, Guid courseId) =>
        await (await learner.Client.PostAsync($"/api/v1/courses/{courseId}/enrollments", new { })).JsonAsync(HttpStatusCode.Created);

    public static async Task<JsonElement> QuizAsync(Person learner, Guid moduleId) =>
        await (await learner.Client.GetAnswerAsync($"/api/v1/modules/{moduleId}/quiz")).JsonAsync(HttpStatusCode.OK);
}
