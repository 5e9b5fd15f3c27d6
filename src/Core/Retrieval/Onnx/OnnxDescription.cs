using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tutor.Retrieval.Onnx;

/// <summary>What Tutor keeps of a model beside its files, in <c>tutor.json</c>.</summary>
/// <param name="Name">As it is asked for: <c>onnx:NAME</c>.</param>
/// <param name="Hash">Of all that its vectors depend on: the model, its tokenizer and what stands here. Lower-case hexadecimal SHA-256.</param>
/// <param name="QueryPrefix">Put before a question; models trained so lose much without.</param>
/// <param name="PassagePrefix">Put before a passage.</param>
/// <param name="MaxLength">In pieces; what is longer loses its end.</param>
/// <param name="Output">Which of the model's outputs is used.</param>
public sealed record OnnxDescription(string Name, string Hash, int Dimensions, Pooling Pooling, string QueryPrefix, string PassagePrefix, int MaxLength, string Output)
{
    public const string FileName = "tutor.json", ModelFile = "model.onnx", Prefix = "onnx:";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>What vectors of it carry: changed files under the same name are another model.</summary>
    [JsonIgnore]
    public string VectorName => $"{Prefix}{Name}@{Hash[..12]}";

    /// <exception cref="InvalidDataException">The file is not one of ours.</exception>
    public static OnnxDescription Read(string folder)
    {
        try
        {
            var read = JsonSerializer.Deserialize<OnnxDescription>(File.ReadAllBytes(Path.Combine(folder, FileName)), s_options);
            if (read is { Name: not null, Hash.Length: 64, Dimensions: > 0, MaxLength: > 0, Output: not null, QueryPrefix: not null, PassagePrefix: not null }) return read;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Path.Combine(folder, FileName)} cannot be read.", e);
        }
        throw new InvalidDataException($"{Path.Combine(folder, FileName)} is not complete.");
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, s_options) + "\n");
}
