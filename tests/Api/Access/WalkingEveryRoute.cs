using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Http;
using Tutor.Learning;
using Tutor.Sources;
using Xunit;

namespace Tutor.Access;

public sealed partial class WalkingEveryRoute(TutorApp app)
{
    private static readonly string[] s_roles = ["nobody", "a stranger", "a learner", "another instructor", "the instructor", "an admin"];

    [Fact]
    public void The_table_names_every_route_there_is() =>
        Assert.Equal(Endpoints().Select(e => e.Name).Order(StringComparer.Ordinal), RouteCase.All.Select(c => $"{c.Method} {c.Pattern}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_route_demands_a_sign_in_but_two()
    {
        var open = Endpoints().Where(e => e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Endpoint.Metadata.GetMetadata<IAuthorizeData>() is null).Select(e => e.Name);
        Assert.Equal(["POST /accounts", "POST /sessions"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_route_with_an_id_has_a_rule_but_those_that_ask_themselves()
    {
        var without = Endpoints().Where(e => e.Endpoint.RoutePattern.Parameters.Count > 0 && e.Endpoint.Metadata.GetMetadata<CourseRule>() is null).Select(e => e.Name);
        Assert.Equal(
            [
                "DELETE /chats/{chatId}", "GET /chats/{chatId}", "GET /quizzes/{quizId}/attempts/{attemptId}", "POST /chats/{chatId}/messages", "POST /courses/{courseId}/enrollments",
                "POST /quizzes/{quizId}/answers/{itemId}/explanations", "POST /quizzes/{quizId}/attempts", "POST /quizzes/{quizId}/hints/{itemId}", "POST /quizzes/{quizId}/items/{itemId}/flags",
                "PUT /quizzes/{quizId}/answers/{itemId}",
            ],
            without.Order(StringComparer.Ordinal));
        Assert.All(Endpoints(), e =>
        {
            if (e.Endpoint.Metadata.GetMetadata<CourseRule>() is { } rule) Assert.Contains(e.Endpoint.RoutePattern.Parameters, p => p.Name == rule.Parameter);
        });
    }

    [Fact]
    public async Task As_each_wrong_and_each_right_person()
    {
        var (stranger, learner, other, instructor, admin) = (
            await app.AddPersonAsync(), await app.AddPersonAsync(), await app.AddPersonAsync("instructor"), await app.AddPersonAsync("instructor"), await app.AddPersonAsync("admin"));
        Person?[] people = [null, stranger, learner, other, instructor, admin];
        var wrong = new List<string>();
        foreach (var route in RouteCase.All)
        {
            var expected = route.Expected.Split(' ').Select(e => int.Parse(e, CultureInfo.InvariantCulture)).ToArray();
            var world = await WorldAsync(instructor, learner);
            for (var i = 0; i < people.Length; i++)
            {
                var status = await SendAsync(route, world, people[i]);
                if (status != expected[i]) wrong.Add($"{route.Route} as {s_roles[i]}: {status} instead of {expected[i]}");
                // What somebody was allowed to remove, the next one needs again.
                if (route.Method == "DELETE" && status == 204) world = await WorldAsync(instructor, learner);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>A published course with the learner in it, a quiz of theirs and an attempt at it; values by the name routes use.</summary>
    private async Task<Dictionary<string, string>> WorldAsync(Person instructor, Person learner)
    {
        await using var db = app.NewContext();
        var course = await WrittenCourse.AddAsync(db, instructor.Id, items: 2);
        var files = app.Services.GetRequiredService<FileStore>();
        Directory.CreateDirectory(Path.GetDirectoryName(files.PathOf(course.Source.Sha256))!);
        await File.WriteAllTextAsync(files.PathOf(course.Source.Sha256), WrittenCourse.Text, TestContext.Current.CancellationToken);
        await Scenes.PublishAsync(instructor, course.Id);
        await Scenes.EnrolAsync(learner, course.Id);
        var module = course.Modules[0];
        var quiz = await Scenes.QuizAsync(learner, module.Id);
        var attempt = await Attempting.SubmitAsync(learner, quiz.Id(), [], "first");
        var generation = new Work.Generation { Id = Guid.CreateVersion7(), CourseId = course.Id, ModuleId = module.Id, Kind = Work.GenerationKind.Lesson, State = Work.WorkState.Ready, Progress = 1, CreatedAt = DateTimeOffset.UtcNow };
        db.Generations.Add(generation);
        var chat = new Chats.Chat { Id = Guid.CreateVersion7(), CourseId = course.Id, LearnerId = learner.Id, Title = "Memory", CreatedAt = DateTimeOffset.UtcNow, ChangedAt = DateTimeOffset.UtcNow };
        db.Chats.Add(chat);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var item = module.Items[0].Id;
        var link = await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/join-link", new { })).JsonAsync(System.Net.HttpStatusCode.Created);
        return new Dictionary<string, string>
        {
            ["courseId"] = course.Id.ToString(),
            ["moduleId"] = module.Id.ToString(),
            ["objectiveId"] = module.Objectives[0].ToString(),
            ["reviewId"] = item.ToString(),
            ["itemId"] = item.ToString(),
            ["revisionId"] = db.Reviewables.Single(r => r.Id == item).RevisionId.ToString(),
            ["decisionId"] = Guid.CreateVersion7().ToString(),
            ["sourceId"] = course.Source.Id.ToString(),
            ["generationId"] = generation.Id.ToString(),
            ["quizId"] = quiz.Id().ToString(),
            ["attemptId"] = attempt.Id().ToString(),
            ["chatId"] = chat.Id.ToString(),
            ["learnerEmail"] = learner.Email,
            ["userId"] = learner.Id.ToString(),
            ["instructorEmail"] = instructor.Email,
            ["invitationId"] = Guid.NewGuid().ToString(),
            ["joinToken"] = link.Text("token"),
        };
    }

    private async Task<int> SendAsync(RouteCase route, Dictionary<string, string> world, Person? person)
    {
        world["unique"] = Guid.NewGuid().ToString("N");
        using var client = app.CreateClient();
        // Signing out must not end the sign-in that the walk goes on with.
        var token = route.Route == "DELETE /sessions" && person is not null ? (await TutorApp.SignInAsync(client, person.Email)).AccessToken : person?.AccessToken;
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), "/api/v1" + Fill(route.Route.Split(' ')[1], world));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (route.Pattern.EndsWith("/attempts", StringComparison.Ordinal)) request.Headers.Add("Idempotency-Key", "walk");
        if (route.Body == "multipart") request.Content = new MultipartFormDataContent { { new StringContent("x"), "comment" } };
        else if (route.Body is not null) request.Content = new StringContent(Fill(route.Body, world), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where pattern.StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select ($"{method} {Constraint().Replace(pattern["/api/v1".Length..], "}")}", endpoint);

    private static string Fill(string text, Dictionary<string, string> world) => world.Aggregate(text, (t, w) => t.Replace("{" + w.Key + "}", w.Value, StringComparison.Ordinal));

    [GeneratedRegex(":guid}")]
    private static partial Regex Constraint();
}
