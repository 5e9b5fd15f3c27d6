using System.Net;
using Xunit;

namespace Tutor.Courses;

public sealed class TeachingTogether(TutorApp app)
{
    [Fact]
    public async Task A_second_instructor_sees_everything_until_removed()
    {
        var (instructor, course) = await app.ACourseAsync();
        var second = await app.AddPersonAsync("instructor");
        var path = $"/api/v1/courses/{course.Id}/instructors";

        await (await instructor.Client.PostAsync(path, new { email = second.Email })).JsonAsync(HttpStatusCode.Created);
        await (await second.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/publications/preview")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"{path}/{second.Id}")).StatusCode);

        await (await second.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/publications/preview")).ProblemAsync(HttpStatusCode.NotFound, "course-not-found");
    }

    [Fact]
    public async Task Two_who_remove_each_other_at_once_leave_one()
    {
        var (instructor, course) = await app.ACourseAsync();
        var second = await app.AddPersonAsync("instructor");
        var path = $"/api/v1/courses/{course.Id}/instructors";
        await instructor.Client.PostAsync(path, new { email = second.Email });

        var answers = await Task.WhenAll(instructor.Client.DeleteAnswerAsync($"{path}/{second.Id}"), second.Client.DeleteAnswerAsync($"{path}/{instructor.Id}"));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
        var admin = await app.AddPersonAsync("admin");
        Assert.Single((await (await admin.Client.GetAnswerAsync(path)).JsonAsync(HttpStatusCode.OK)).List("instructors"));
    }

    [Fact]
    public async Task The_last_one_stays()
    {
        var (instructor, course) = await app.ACourseAsync();
        await (await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/instructors/{instructor.Id}")).ProblemAsync(HttpStatusCode.Conflict, "last-instructor");
    }

    [Fact]
    public async Task A_learner_is_not_made_an_instructor_by_an_instructor()
    {
        var (instructor, course) = await app.ACourseAsync();
        var learner = await app.AddPersonAsync();
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/instructors", new { email = learner.Email })).ProblemAsync(HttpStatusCode.Conflict, "not-an-instructor");
    }
}
