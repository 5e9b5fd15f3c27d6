using System.Text.Json.Nodes;
using Tutor.Simulation.Answers;

namespace Tutor.Simulation;

/// <summary>An answer in one piece.</summary>
internal static class WholeReply
{
    public static async Task WriteAsync(HttpContext http, string model, Reply reply, Mode mode)
    {
        var message = Json.Object(("role", "assistant"), ("content", reply.Text), ("refusal", mode.Is("declines") ? JsonValue.Create("I cannot help with that.") : null));
        var body = Json.Object(
            ("id", "sim-1"), ("object", "chat.completion"), ("created", 1), ("model", model),
            ("choices", Json.Array([Json.Object(("index", 0), ("message", message), ("finish_reason", mode.Is("no-end") ? null : reply.FinishReason))])));
        if (!mode.Is("no-usage")) body["usage"] = reply.Usage;
        var text = body.ToJsonString();
        http.Response.ContentType = "application/json";
        if (mode.Name is "hangs" or "cut")
        {
            await http.Response.WriteAsync(text[..(text.Length / 2)], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (mode.Is("hangs")) await Task.Delay(Timeout.Infinite, http.RequestAborted);
            http.Abort();
            return;
        }
        await http.Response.WriteAsync(text, http.RequestAborted);
    }
}
