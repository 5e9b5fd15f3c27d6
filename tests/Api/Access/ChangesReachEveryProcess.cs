using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tutor.People;
using Xunit;

namespace Tutor.Access;

/// <summary>Two servers on one database, the second of which has everything in memory when the first changes it.</summary>
public sealed class ChangesReachEveryProcess(TutorApp app) : IAsyncLifetime
{
    private TutorApp _other = null!;

    public async ValueTask InitializeAsync() => _other = await TutorApp.BesideAsync(app);

    public ValueTask DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task Signing_out_ends_the_token()
    {
        var (course, learner, there) = await AReaderAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await learner.Client.DeleteAnswerAsync("/api/v1/sessions")).StatusCode);
        await UntilAsync(there, course.Lesson, a => a.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_role_ends_the_token()
    {
        var (course, learner, there) = await AReaderAsync();
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<Accounts>().GrantAsync(learner.Email, Roles.Instructor, TestContext.Current.CancellationToken)).Refusal);
        await UntilAsync(there, course.Lesson, a => a.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_ends_the_token()
    {
        var (course, learner, there) = await AReaderAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByIdAsync(learner.Id.ToString()))!;
        Assert.True((await users.ChangePasswordAsync(user, TutorApp.Password, "another harbour in the fog")).Succeeded);
        await UntilAsync(there, course.Lesson, a => a.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_course_finds_it_no_more()
    {
        var (course, learner, there) = await AReaderAsync();
        await ExecuteAsync($"delete from enrollments where user_id = '{learner.Id}'");
        await UntilAsync(there, course.Lesson, a => a.StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_course_that_is_deleted_is_gone()
    {
        var (course, _, there) = await AReaderAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await course.Instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}")).StatusCode);
        await UntilAsync(there, course.Lesson, a => a.StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_publication_is_read()
    {
        var (course, _, there) = await AReaderAsync();
        await (await course.Instructor.Client.PatchAsync($"/api/v1/modules/{course.Written.Modules[0].Id}", new { title = "Memory at work" })).JsonAsync(HttpStatusCode.OK);
        await Scenes.PublishAsync(course.Instructor, course.Id);
        await UntilAsync(there, $"/api/v1/courses/{course.Id}/dashboard", a => TextOf(a).Contains("Memory at work", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_of_the_course_is_read()
    {
        var (course, _, there) = await AReaderAsync();
        await (await there.GetAnswerAsync($"/api/v1/courses/{course.Id}/dashboard")).JsonAsync(HttpStatusCode.OK);
        await (await course.Instructor.Client.PatchAsync($"/api/v1/courses/{course.Id}", new { title = "Remembering" })).JsonAsync(HttpStatusCode.OK);
        await UntilAsync(there, $"/api/v1/courses/{course.Id}/dashboard", a => TextOf(a).Contains("Remembering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_likes_it_told_otherwise_reads_it_so()
    {
        var (course, learner, there) = await AReaderAsync();
        await (await learner.Client.PutAsync("/api/v1/me/preferences", new { detail = "deep", style = "outline" })).JsonAsync(HttpStatusCode.OK);
        await UntilAsync(there, course.Lesson, a => TextOf(a).Contains("""{"detail":"deep","style":"outline"}""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_one_learner_reaches_another()
    {
        var (course, first, there) = await AReaderAsync();
        await first.Client.PutAsync("/api/v1/me/preferences", new { detail = "brief", style = "outline" });
        var second = await app.AddPersonAsync();
        await Scenes.EnrolAsync(second, course.Id);
        var stranger = await app.AddPersonAsync();
        using var secondThere = ClientOf(second);
        using var strangerThere = ClientOf(stranger);
        await UntilAsync(there, course.Lesson, a => TextOf(a).Contains("brief", StringComparison.Ordinal));

        for (var round = 0; round < 3; round++)
        {
            Assert.Contains("""{"detail":"brief","style":"outline"}""", TextOf(await there.GetAnswerAsync(course.Lesson)), StringComparison.Ordinal);
            Assert.Contains("""{"detail":"standard","style":"prose"}""", TextOf(await secondThere.GetAnswerAsync(course.Lesson)), StringComparison.Ordinal);
            Assert.Contains("""{"detail":"deep","style":"prose"}""", TextOf(await secondThere.GetAnswerAsync(course.Lesson + "?detail=deep")), StringComparison.Ordinal);
            await (await strangerThere.GetAnswerAsync(course.Lesson)).ProblemAsync(HttpStatusCode.NotFound, "module-not-found");
        }
    }

    private async Task<(ACourse Course, Person Learner, HttpClient There)> AReaderAsync()
    {
        var (instructor, written, learner) = await app.APublishedCourseAsync();
        var course = new ACourse(instructor, written);
        var there = ClientOf(learner);
        for (var i = 0; i < 3; i++) await (await there.GetAnswerAsync(course.Lesson)).JsonAsync(HttpStatusCode.OK);
        return (course, learner, there);
    }

    private HttpClient ClientOf(Person person)
    {
        var client = _other.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.AccessToken);
        return client;
    }

    // It takes milliseconds; the bound of a second is Changes.Trust, and a slow machine is given more.
    private static async Task UntilAsync(HttpClient client, string path, Func<HttpResponseMessage, bool> arrived)
    {
        HttpResponseMessage answer;
        for (var tries = 0; !arrived(answer = await client.GetAnswerAsync(path)); tries++)
        {
            Assert.True(tries < 100, $"The change has not arrived: {(int)answer.StatusCode} {TextOf(answer)}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static string TextOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = app.Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private sealed record ACourse(Person Instructor, WrittenCourse Written)
    {
        public Guid Id => Written.Id;

        public string Lesson => $"/api/v1/modules/{Written.Modules[0].Id}/lesson";
    }
}
