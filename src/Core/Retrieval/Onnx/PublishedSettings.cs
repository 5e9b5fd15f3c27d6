using System.Text.Json;

namespace Tutor.Retrieval.Onnx;

/// <summary>What a published model's folder says about its use, in the files of sentence-transformers and transformers. Null where it does not say.</summary>
internal sealed class PublishedSettings(string folder)
{
    public Pooling? Pooling =>
        Read(Path.Combine("1_Pooling", "config.json"), "pooling_mode_cls_token") is { ValueKind: JsonValueKind.True } ? Onnx.Pooling.Cls
        : Read(Path.Combine("1_Pooling", "config.json"), "pooling_mode_mean_tokens") is { ValueKind: JsonValueKind.True } ? Onnx.Pooling.Mean
        : null;

    public string? QueryPrefix => Prompt("query");

    public string? PassagePrefix => Prompt("passage") ?? Prompt("document");

    /// <summary>What its makers trained it with, else the most it can take.</summary>
    public int? MaxLength =>
        Number("sentence_bert_config.json", "max_seq_length") ?? Number(WordPiece.TokenizerFiles.Configuration, "model_max_length") ?? Number("config.json", "max_position_embeddings");

    private string? Prompt(string name) =>
        Read("config_sentence_transformers.json", "prompts") is { ValueKind: JsonValueKind.Object } prompts && prompts.TryGetProperty(name, out var prompt) && prompt.ValueKind == JsonValueKind.String
            ? prompt.GetString() : null;

    // "No limit" is written there as a number with thirty digits.
    private int? Number(string file, string name) => Read(file, name) is { ValueKind: JsonValueKind.Number } n && n.TryGetInt32(out var number) ? number : null;

    private JsonElement? Read(string file, string name)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) ? value.Clone() : null;
        }
        catch (JsonException e)
        {
            throw new ModelRefusedException($"{path} cannot be read as JSON.", e);
        }
    }
}
