using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Tutor.Simulation.Answers;

namespace Tutor.Simulation;

/// <summary><c>/v1/embeddings</c>: a text's words, hashed into a few dimensions, so that texts with words in common are near each other.</summary>
internal sealed class EmbeddingEndpoint(RequestLog log, ModeQueue modes)
{
    private const int DefaultDimensions = 64;

    public async Task AnswerAsync(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body, Encoding.UTF8).ReadToEndAsync(http.RequestAborted);
        var request = JsonNode.Parse(body)!;
        var model = (string)request["model"]!;
        var mode = modes.Take(model);
        log.Add(new LoggedRequest(http.Request.Path, model, "embedding", mode.Name, http.Request.Headers.Authorization, body));
        if (await Faults.ShownAsync(http, mode)) return;
        var texts = request["input"] is JsonArray many ? many.Select(t => (string)t!).ToList() : [(string)request["input"]!];
        var vectors = texts.ConvertAll(t => Vector(t, (int?)request["dimensions"] ?? DefaultDimensions));
        Spoil(vectors, mode);
        var base64 = (string?)request["encoding_format"] == "base64";
        var tokens = texts.Sum(t => t.Length) / 4;
        await http.Response.WriteAsync(Json.Object(
            ("object", "list"), ("model", model),
            ("data", Json.Array(vectors.Select((v, i) => Json.Object(("object", "embedding"), ("index", i), ("embedding", Written(v, base64)))))),
            ("usage", Json.Object(("prompt_tokens", tokens), ("total_tokens", tokens)))).ToJsonString());
    }

    private static float[] Vector(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in Words.Of(text)) vector[Hash(word) % (uint)dimensions] += 1;
        var norm = MathF.Sqrt(vector.Sum(x => x * x));
        return norm == 0 ? vector : [.. vector.Select(x => x / norm)];
    }

    private static void Spoil(List<float[]> vectors, Mode mode)
    {
        if (mode.Is("few")) vectors.RemoveAt(vectors.Count - 1);
        else if (mode.Is("dimension")) vectors[^1] = vectors[^1][1..];
        else if (mode.Is("nan")) vectors[^1][0] = float.NaN;
        else if (mode.Is("zeros")) Array.Clear(vectors[^1]);
    }

    private static JsonNode Written(float[] vector, bool base64) =>
        base64 ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector))) : Json.Array(vector.Select(x => (JsonNode)JsonValue.Create(x)));

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static uint Hash(string word) => word.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
