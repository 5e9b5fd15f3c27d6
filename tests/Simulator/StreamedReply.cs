using System.Text.Json.Nodes;
using Tutor.Simulation.Answers;

namespace Tutor.Simulation;

/// <summary>An answer as server-sent events, a few characters each.</summary>
internal static class StreamedReply
{
    private const int Piece = 8, PiecesBeforeFault = 3, BigPiece = 1 << 16;

    public static async Task WriteAsync(HttpContext http, string model, Reply reply, Mode mode)
    {
        http.Response.ContentType = "text/event-stream";
        await SendAsync(http, model, Json.Object(("role", "assistant"), ("content", "")));
        var size = mode.Is("big") ? BigPiece : Piece;
        // hangs=40 hangs after forty pieces: a few sentences have been said by then.
        var before = mode.Is("hangs") ? (int)mode.Seconds(PiecesBeforeFault) : PiecesBeforeFault;
        var faultAt = Math.Min(before, (reply.Text.Length - 1) / size) * size;
        for (var at = 0; at < reply.Text.Length; at += size)
        {
            if (at == faultAt && mode.Is("hangs")) await Task.Delay(Timeout.Infinite, http.RequestAborted);
            if (at == faultAt && mode.Is("cut"))
            {
                // What was sent must have been read by then: the reset takes with it what still waits.
                await Task.Delay(TimeSpan.FromSeconds(mode.Seconds(0.05)), http.RequestAborted);
                http.Abort();
                return;
            }
            await SendAsync(http, model, Json.Object(("content", reply.Text.Substring(at, Math.Min(size, reply.Text.Length - at)))));
        }
        if (mode.Is("no-end")) return;
        await SendAsync(http, model, mode.Is("declines") ? Json.Object(("refusal", "I cannot help with that.")) : [], reply.FinishReason);
        if (!mode.Is("no-usage")) await SendAsync(http, Json.Object(("id", "sim-1"), ("object", "chat.completion.chunk"), ("created", 1), ("model", model), ("choices", Json.Array([])), ("usage", reply.Usage)));
        await http.Response.WriteAsync("data: [DONE]\n\n", http.RequestAborted);
    }

    private static Task SendAsync(HttpContext http, string model, JsonObject delta, string? finish = null) => SendAsync(http, Json.Object(
        ("id", "sim-1"), ("object", "chat.completion.chunk"), ("created", 1), ("model", model),
        ("choices", Json.Array([Json.Object(("index", 0), ("delta", delta), ("finish_reason", finish))]))));

    private static async Task SendAsync(HttpContext http, JsonObject chunk)
    {
        await http.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
