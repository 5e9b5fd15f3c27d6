using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Tutor;

/// <summary>Reading answers in tests.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asserts a problem document with a type of ours and a sentence that says what to do; returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected, string code)
    {
        var problem = await answer.JsonAsync(expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:tutor:problem:" + code, problem.GetProperty("type").GetString());
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        return problem;
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static Guid Id(this JsonElement element, string name = "id") => element.GetProperty(name).GetGuid();

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) =>
        client.PutAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> PatchAsync(this HttpClient client, string path, object body) =>
        client.PatchAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> DeleteAnswerAsync(this HttpClient client, string path) =>
        client.DeleteAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    public static Task<HttpResponseMessage> GetAnswerAsync(this HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
