using System.Net;
using Xunit;

namespace Tutor;

/// <summary>Pages of a course for people who have no place in it, or not the one it takes.</summary>
public sealed class SomebodyElse(CellsApp app)
{
    private static readonly string[] s_ofTheCourse = ["/courses/{course}", "/courses/{course}/tutor", "/modules/{module}", "/modules/{module}/quiz", "/sources/{source}", "/sources/{source}/pages/1", "/sources/{source}/file"];

    private static readonly string[] s_ofStaff =
    [
        "/teach/{course}", "/teach/{course}?handler=Sources", "/teach/{course}/outline", "/teach/{course}/outline?handler=Work", "/teach/{course}/publish", "/teach/{course}/people", "/teach/{course}/questions",
        "/teach/{course}/insight", "/teach/{course}/insight?handler=Csv", "/teach/{course}/insight/learners", "/teach/{course}/insight/learners?handler=Csv", "/teach/{course}/settings", "/teach/{course}/usage", "/teach/{course}/search?q=cell", "/teach/modules/{module}", "/teach/modules/{module}/lesson", "/teach/{course}/review", "/teach/sources/{source}/delete", "/teach/sources/{source}/replace", "/reviews/{review}",
    ];

    private static readonly string[] s_ofAdmins = ["/review", "/people", "/audit", "/models", "/prompts"];

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_brought_back()
    {
        using var stranger = await PageClient.StartAsync(app);
        foreach (var path in s_ofTheCourse.Concat(s_ofStaff).Concat(s_ofAdmins).Select(app.In))
        {
            var (status, _, location) = await stranger.GetAsync(path);
            Assert.Equal((HttpStatusCode.Redirect, $"{app.Address}/sign-in?from={Uri.EscapeDataString(path)}"), (status, location));
        }
    }

    [Fact]
    public async Task Another_courses_instructor_finds_nothing()
    {
        using var other = await PageClient.StartAsync(app, await app.AddPersonAsync("instructor"));
        foreach (var path in s_ofTheCourse.Concat(s_ofStaff).Select(app.In))
        {
            var (status, body, _) = await other.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, status));
            Assert.Contains("There is nothing here", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_learner_of_the_course_reads_it_and_is_told_that_the_rest_is_not_open()
    {
        using var learner = await PageClient.StartAsync(app, await app.AddLearnerAsync());
        foreach (var path in s_ofTheCourse.Select(app.In)) Assert.Equal((path, HttpStatusCode.OK), (path, (await learner.GetAsync(path)).Status));
        foreach (var path in s_ofStaff.Concat(s_ofAdmins).Select(app.In))
        {
            var (status, body, _) = await learner.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, status));
            Assert.Contains("This is not open to you", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_instructor_is_no_admin()
    {
        using var instructor = await PageClient.StartAsync(app, app.Instructor);
        foreach (var path in s_ofAdmins) Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await instructor.GetAsync(path)).Status));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var instructor = await PageClient.StartAsync(app, app.Instructor);

        using var answer = await instructor.PostAsync(app.In("/teach/{course}/settings?handler=Delete"), new Dictionary<string, string> { ["confirm"] = "The Living Cell" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That could not be understood", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
