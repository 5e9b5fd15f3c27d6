using System.Net;
using Xunit;

namespace Tutor.Courses;

public sealed class JoiningByLink(TutorApp app)
{
    [Fact]
    public async Task Whoever_has_it_comes_into_a_course_by_invitation_and_twice_is_once()
    {
        var (instructor, course) = await app.ACourseAsync();
        await instructor.Client.PatchAsync($"/api/v1/courses/{course.Id}", new { enrolment = "invitation" });
        var token = await RenewAsync(instructor, course.Id);
        var learner = await app.AddPersonAsync();

        var first = await (await learner.Client.PostAsync("/api/v1/enrollments", new { token })).JsonAsync(HttpStatusCode.Created);
        var second = await (await learner.Client.PostAsync("/api/v1/enrollments", new { token })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(first.Id(), second.Id());
        Assert.Equal("learner", (await (await learner.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}")).JsonAsync(HttpStatusCode.OK)).Text("role"));
    }

    [Fact]
    public async Task A_renewed_link_and_one_that_was_switched_off_work_no_more()
    {
        var (instructor, course) = await app.ACourseAsync();
        var old = await RenewAsync(instructor, course.Id);
        var renewed = await RenewAsync(instructor, course.Id);
        Assert.NotEqual(old, renewed);
        var learner = await app.AddPersonAsync();

        await (await learner.Client.PostAsync("/api/v1/enrollments", new { token = old })).ProblemAsync(HttpStatusCode.NotFound, "join-link-not-found");
        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/join-link")).StatusCode);
        await (await learner.Client.PostAsync("/api/v1/enrollments", new { token = renewed })).ProblemAsync(HttpStatusCode.NotFound, "join-link-not-found");

        var link = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/join-link")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, link.GetProperty("token").ValueKind);
    }

    private static async Task<string> RenewAsync(Person instructor, Guid courseId) =>
        (await (await instructor.Client.PostAsync($"/api/v1/courses/{courseId}/join-link", new { })).JsonAsync(HttpStatusCode.Created)).Text("token");
}
