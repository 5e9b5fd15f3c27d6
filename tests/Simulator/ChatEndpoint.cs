using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Tutor.Simulation.Answers;

namespace Tutor.Simulation;

/// <summary><c>/v1/chat/completions</c>, whole and streamed.</summary>
internal sealed class ChatEndpoint(RequestLog log, ModeQueue modes)
{
    /// <summary>Of the answer that is far too long.</summary>
    private const int BigCharacters = 2 << 20;

    public async Task AnswerAsync(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body, Encoding.UTF8).ReadToEndAsync(http.RequestAborted);
        var request = JsonNode.Parse(body)!;
        var model = (string)request["model"]!;
        var mode = modes.Take(model);
        var prompt = PromptReading.Of(request);
        var logged = new LoggedRequest(http.Request.Path, model, prompt.Task, mode.Name, http.Request.Headers.Authorization, body);
        log.Add(logged);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            if (await Faults.ShownAsync(http, mode)) return;
            var reply = Reply(request, prompt, mode);
            if ((bool?)request["stream"] ?? false) await StreamedReply.WriteAsync(http, model, reply, mode);
            else await WholeReply.WriteAsync(http, model, reply, mode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked went away, which is what many tests are about.
        }
        finally
        {
            logged.Took = Stopwatch.GetElapsedTime(begun);
        }
    }

    private static Reply Reply(JsonNode request, PromptReading prompt, Mode mode)
    {
        var asked = request["messages"]!.AsArray().Sum(m => ((string)m!["content"]!).Length);
        if (mode.Is("big")) return new Reply(string.Concat(Enumerable.Repeat("word ", BigCharacters / 5)), "stop", asked);
        if (mode.Is("empty")) return new Reply("", "stop", asked);
        if (mode.Is("declines")) return new Reply("", "content_filter", asked);
        var text = AnswerWriter.Write(prompt, mode);
        var limit = 4 * ((int?)request["max_completion_tokens"] ?? (int?)request["max_tokens"] ?? int.MaxValue / 4);
        return text.Length <= limit ? new Reply(text, "stop", asked) : new Reply(text[..limit], "length", asked);
    }
}

/// <param name="Asked">Characters of the request.</param>
internal sealed record Reply(string Text, string FinishReason, int Asked)
{
    /// <summary>Four characters a token, nearly as with English.</summary>
    public JsonObject Usage => Json.Object(("prompt_tokens", Asked / 4), ("completion_tokens", Text.Length / 4), ("total_tokens", (Asked / 4) + (Text.Length / 4)));
}
