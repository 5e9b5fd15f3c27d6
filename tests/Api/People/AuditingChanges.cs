using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Tutor.People;

public sealed class AuditingChanges(TutorApp app)
{
    [Fact]
    public async Task What_staff_do_to_a_course_is_told_newest_first_and_outlives_it()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        await instructor.Client.PatchAsync($"/api/v1/courses/{course.Id}", new { title = "Remembering", enrolment = "invitation" });
        await instructor.Client.PostAsync($"/api/v1/reviews/{course.Modules[0].Items[0].Id}/decisions", new { verdict = "accept" });
        await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/enrollments/{learner.Id}");
        await instructor.Client.DeleteAnswerAsync($"/api/v1/sources/{course.Source.Id}");
        await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}");

        var entries = await ListAsync($"?courseId={course.Id}");

        Assert.Equal(
            ["courseDeleted Remembering", "sourceDeleted memory.md", "enrolmentEnded ", "decided accept, item", "courseChanged enrolment, title", "enrolled ", "published version 1"],
            entries.Select(e => $"{e.Text("kind")} {e.Text("subject")}"));
        Assert.All(entries.Where(e => e.Text("kind") != "enrolled"), e => Assert.Equal(instructor.Id, e.Id("actorId")));
        Assert.Equal([learner.Id, learner.Id], entries.Where(e => e.Text("kind").StartsWith("enrol", StringComparison.Ordinal)).Select(e => e.Id("personId")));
        Assert.Equal(["enrolled"], (await ListAsync($"?courseId={course.Id}&kind=enrolled&personId={learner.Id}")).Select(e => e.Text("kind")));
        Assert.Empty(await ListAsync($"?courseId={course.Id}&to=2020-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task Nobody_changes_it()
    {
        await app.AddPersonAsync("instructor");
        foreach (var sql in new[] { "update audit_entries set subject = ''", "delete from audit_entries", "truncate audit_entries" })
        {
            await using var command = app.Database.DataSource.CreateCommand(sql);
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_closed_account_is_signed_out_and_cannot_sign_in_until_it_is_opened_again()
    {
        var (admin, person) = (await app.AddPersonAsync("admin"), await app.AddPersonAsync());
        var caller = new Caller(admin.Id, false, true);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();

        Assert.Null((await accounts.CloseAsync(person.Id, caller, TestContext.Current.CancellationToken)).Refusal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.GetAnswerAsync("/api/v1/me")).StatusCode);
        await (await app.CreateClient().PostAsync("/api/v1/sessions", new { email = person.Email, password = TutorApp.Password })).ProblemAsync(HttpStatusCode.Unauthorized, "account-closed");

        Assert.Null((await accounts.ReopenAsync(person.Id, caller, TestContext.Current.CancellationToken)).Refusal);
        await (await app.CreateClient().PostAsync("/api/v1/sessions", new { email = person.Email, password = TutorApp.Password })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("yourself", (await accounts.CloseAsync(admin.Id, caller, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> ListAsync(string query)
    {
        var admin = await app.AddPersonAsync("admin");
        return [.. (await (await admin.Client.GetAnswerAsync("/api/v1/audit" + query)).JsonAsync(HttpStatusCode.OK)).List("entries")];
    }
}
