using System.Text.Json;
using System.Text.Json.Serialization;
using Tutor.Models;

namespace Tutor.Prompts;

/// <summary>Reads the JSON out of an answer: leniently where it stands, strictly what it is.</summary>
public static class JsonAnswer
{
    private static readonly JsonSerializerOptions s_strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <param name="text">An answer; talk and code fences around its one object are overlooked.</param>
    /// <exception cref="ModelFailedException">There is no such object in it (<c>model-wrong-shape</c>).</exception>
    public static T Read<T>(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start) throw Wrong("it holds no JSON object.");
        try
        {
            return JsonSerializer.Deserialize<T>(text[start..(end + 1)], s_strict) ?? throw Wrong("it is null.");
        }
        catch (JsonException e)
        {
            // The path, not the message: that one names our types and may hold what the model wrote.
            throw Wrong(e.Path is { Length: > 1 } path ? $"it is wrong at {path}." : "it is not well formed.", e);
        }
    }

    private static ModelFailedException Wrong(string why, Exception? inner = null) => new(ModelFailures.WrongShape(why), inner);
}
