using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Xunit;

namespace Tutor.People;

/// <summary>The command that makes them, run as the script runs it. The demo course counts as published, so that only people are made.</summary>
public sealed class SeedingTheDemoPeople(SeedingTheDemoPeople.Published app) : IClassFixture<SeedingTheDemoPeople.Published>
{
    private static readonly string[] s_people = ["instructor@demo.test", "learner@demo.test", "admin@demo.test"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public sealed class Published : TutorApp, IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await using var db = NewContext();
            var course = new Course { Id = NamedGuid.Create(Guid.Empty, "demo course"), Title = "The Living Cell", CreatedAt = DateTimeOffset.UtcNow };
            db.Courses.Add(course);
            await db.SaveChangesAsync();
            var publication = new Publication { Id = Guid.CreateVersion7(), CourseId = course.Id, Number = 1, CreatedAt = DateTimeOffset.UtcNow };
            db.Publications.Add(publication);
            course.PublicationId = publication.Id;
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task The_password_they_have_is_the_one_given_last_and_nobody_elses_changes()
    {
        var somebody = await app.AddPersonAsync();
        Assert.Equal((0, ""), await SeedAsync("first lantern on the quay"));
        foreach (var email in s_people) Assert.Equal(HttpStatusCode.OK, await SignInAsync(email, "first lantern on the quay"));

        Assert.Equal((0, ""), await SeedAsync("second lantern on the quay"));

        foreach (var email in s_people)
        {
            Assert.Equal(HttpStatusCode.OK, await SignInAsync(email, "second lantern on the quay"));
            Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(email, "first lantern on the quay"));
        }
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(somebody.Email, TutorApp.Password));
    }

    [Fact]
    public async Task A_weak_password_is_refused_in_one_sentence_and_nobody_is_changed()
    {
        var before = await HashesAsync();

        var (exit, said) = await SeedAsync("abc");

        Assert.Equal(1, exit);
        Assert.Equal("TUTOR_DEMO_PASSWORD cannot be used: A password needs at least 10 characters. Three or four words that only you would put together are good.", said);
        Assert.Equal(before, await HashesAsync());
    }

    private async Task<(int Exit, string Said)> SeedAsync(string password)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tutor.Server.dll"), "seed"]) { RedirectStandardOutput = true };
        start.Environment["TUTOR_DATABASE"] = app.Database.ConnectionString;
        start.Environment["TUTOR_HOME"] = app.Home;
        start.Environment["TUTOR_DEMO_PASSWORD"] = password;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, said.Trim());
    }

    private async Task<HttpStatusCode> SignInAsync(string email, string password)
    {
        using var client = app.CreateClient();
        return (await client.PostAsJsonAsync("/api/v1/sessions", new { email, password }, Ct)).StatusCode;
    }

    private async Task<List<string?>> HashesAsync()
    {
        await using var db = app.NewContext();
        return await db.Users.Where(u => s_people.Contains(u.Email)).OrderBy(u => u.Email).Select(u => u.PasswordHash).ToListAsync(Ct);
    }
}
