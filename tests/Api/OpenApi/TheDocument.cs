using System.Net;
using System.Text.Json;
using Xunit;

namespace Tutor.OpenApi;

public sealed class TheDocument(TutorApp app)
{
    [Fact]
    public async Task Every_call_is_named_shown_and_says_what_may_go_wrong()
    {
        var document = await DocumentAsync();
        var wrong = new List<string>();
        foreach (var (name, call) in Calls(document))
        {
            if (!call.TryGetProperty("summary", out _)) wrong.Add($"{name} has no summary");
            if (!call.TryGetProperty("tags", out _)) wrong.Add($"{name} has no tag");
            var answers = call.GetProperty("responses");
            if (call.TryGetProperty("requestBody", out var body)) wrong.AddRange(Unshown(body).Select(t => $"{name} shows no {t} body"));
            var good = answers.EnumerateObject().Where(a => a.Name[0] is '2' or '3').ToList();
            if (good.Count == 0) wrong.Add($"{name} has no good answer");
            foreach (var answer in good) wrong.AddRange(Unshown(answer.Value).Select(t => $"{name} shows no {t} answer {answer.Name}"));
            foreach (var answer in answers.EnumerateObject().Where(a => a.Name[0] is '4' or '5'))
                if (!answer.Value.GetProperty("content").TryGetProperty("application/problem+json", out var problem) || !problem.TryGetProperty("example", out _)) wrong.Add($"{name} shows no problem for {answer.Name}");
            if (!answers.TryGetProperty("401", out _)) wrong.Add($"{name} does not say 401");
            if (!call.TryGetProperty("security", out _) && name is not ("post /api/v1/accounts" or "post /api/v1/sessions")) wrong.Add($"{name} asks for no token");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task It_is_of_version_3_1_and_names_the_token()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", document.Text("openapi"), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").Text("scheme"));
        Assert.True(Calls(document).Count() >= 40);
        Assert.DoesNotContain("127.0.0.1", document.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_to_try_it_is_there_with_a_policy_of_its_own()
    {
        var answer = await app.CreateClient().GetAnswerAsync("/swagger/index.html");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    // Files and event streams are described by their type alone.
    private static IEnumerable<string> Unshown(JsonElement body) => !body.TryGetProperty("content", out var content) ? [] : content.EnumerateObject()
        .Where(c => c.Name == "application/json" && !c.Value.TryGetProperty("example", out _)).Select(c => c.Name);

    private static IEnumerable<(string Name, JsonElement Call)> Calls(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        where path.Name.StartsWith("/api/", StringComparison.Ordinal)
        from call in path.Value.EnumerateObject()
        select ($"{call.Name} {path.Name}", call.Value);

    private async Task<JsonElement> DocumentAsync() => await (await app.CreateClient().GetAnswerAsync("/openapi/v1.json")).JsonAsync(HttpStatusCode.OK);
}
