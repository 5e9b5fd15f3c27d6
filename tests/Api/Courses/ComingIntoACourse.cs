using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Courses;

public sealed class ComingIntoACourse(TutorApp app)
{
    [Fact]
    public async Task A_published_open_course_is_offered_and_can_be_joined()
    {
        var (instructor, course) = await app.ACourseAsync();
        await Scenes.PublishAsync(instructor, course.Id);
        var learner = await app.AddPersonAsync();

        Assert.Contains(course.Id, await IdsAsync(learner, "open"));
        Assert.DoesNotContain(course.Id, await IdsAsync(learner, "mine"));
        await Scenes.EnrolAsync(learner, course.Id);

        Assert.DoesNotContain(course.Id, await IdsAsync(learner, "open"));
        Assert.Contains(course.Id, await IdsAsync(learner, "mine"));
        Assert.Equal("learner", (await (await learner.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}")).JsonAsync(HttpStatusCode.OK)).Text("role"));
    }

    [Fact]
    public async Task What_is_not_published_or_by_invitation_or_not_there_reads_the_same()
    {
        var (_, unpublished) = await app.ACourseAsync();
        var (instructor, invited) = await app.ACourseAsync();
        await Scenes.PublishAsync(instructor, invited.Id);
        await instructor.Client.PatchAsync($"/api/v1/courses/{invited.Id}", new { enrolment = "invitation" });
        var learner = await app.AddPersonAsync();

        var details = new HashSet<string>();
        foreach (var id in new[] { unpublished.Id, invited.Id, Guid.NewGuid() })
            details.Add((await (await learner.Client.PostAsync($"/api/v1/courses/{id}/enrollments", new { })).ProblemAsync(HttpStatusCode.NotFound, "course-not-found")).Text("detail"));

        Assert.Single(details);
    }

    [Fact]
    public async Task Staff_enrol_by_address_and_twice_is_once()
    {
        var (instructor, course) = await app.ACourseAsync();
        var learner = await app.AddPersonAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = learner.Email.ToUpperInvariant() })));

        var ids = new HashSet<Guid>();
        foreach (var answer in answers) ids.Add((await answer.JsonAsync(HttpStatusCode.Created)).Id());
        Assert.Single(ids);
        var listed = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/enrollments")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([learner.Email], listed.List("learners").Select(l => l.Text("email")));
    }

    [Fact]
    public async Task Somebody_without_an_account_cannot_be_enrolled()
    {
        var (instructor, course) = await app.ACourseAsync();
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = "nobody@example.org" })).ProblemAsync(HttpStatusCode.NotFound, "person-not-found");
    }

    [Fact]
    public async Task A_learner_cannot_enrol_others()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var other = await app.AddPersonAsync();

        await (await learner.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = other.Email })).ProblemAsync(HttpStatusCode.Forbidden, "staff-only");
        await (await other.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = other.Email })).ProblemAsync(HttpStatusCode.NotFound, "course-not-found");
        await using var db = app.NewContext();
        Assert.Equal(1, await db.Enrollments.CountAsync(e => e.CourseId == course.Id, TestContext.Current.CancellationToken));
    }

    private static async Task<List<Guid>> IdsAsync(Person person, string scope)
    {
        var ids = new List<Guid>();
        for (string? next = ""; next is not null;)
        {
            var page = await (await person.Client.GetAnswerAsync($"/api/v1/courses?scope={scope}&cursor={next}")).JsonAsync(HttpStatusCode.OK);
            ids.AddRange(page.List("courses").Select(c => c.Id()));
            next = page.GetProperty("next").GetString();
        }
        return ids;
    }
}
