using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Tutor.Learning;

internal static class Attempting
{
    /// <summary>The written items of a quiz, in its order.</summary>
    public static IReadOnlyList<WrittenItem> ItemsOf(WrittenCourse course, JsonElement quiz) =>
        [.. quiz.List("items").Select(i => course.Modules.SelectMany(m => m.Items).Single(w => w.Id == i.Id()))];

    public static async Task<JsonElement> SubmitAsync(Person learner, Guid quizId, Dictionary<Guid, Guid> answers, string key) =>
        await (await SendAsync(learner, quizId, answers, key)).JsonAsync(HttpStatusCode.Created);

    public static async Task<HttpResponseMessage> SendAsync(Person learner, Guid quizId, Dictionary<Guid, Guid> answers, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/quizzes/{quizId}/attempts") { Content = JsonContent.Create(new { answers }) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await learner.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
