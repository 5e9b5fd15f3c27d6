using System.Text.Json;

namespace Tutor.Retrieval.WordPiece;

/// <summary>The format of Hugging Face's tokenizers, as far as BERT's goes. What it says of truncation and padding is the caller's business.</summary>
internal static class TokenizerJson
{
    public static WordPieceTokenizer Read(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var root = json.RootElement;
        var special = root.GetProperty("added_tokens").EnumerateArray()
            .ToDictionary(t => t.GetProperty("content").GetString()!, t => t.GetProperty("id").GetInt32(), StringComparer.Ordinal);
        var (before, after) = Around(root.GetProperty("post_processor"));
        Expect(root, "pre_tokenizer", "BertPreTokenizer");
        return new WordPieceTokenizer(Model(Expect(root, "model", "WordPiece")), Normalizer(Expect(root, "normalizer", "BertNormalizer")), special, before, after);
    }

    private static JsonElement Expect(JsonElement root, string part, string type)
    {
        var element = root.GetProperty(part);
        var found = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var t) ? t.GetString() : "none";
        return found == type ? element : throw new InvalidDataException($"Its tokenizer is not BERT's: the {part} is {found}, where {type} is known.");
    }

    private static Vocabulary Model(JsonElement model) => new(
        model.GetProperty("vocab").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32(), StringComparer.Ordinal),
        model.GetProperty("unk_token").GetString()!, model.GetProperty("continuing_subword_prefix").GetString()!, model.GetProperty("max_input_chars_per_word").GetInt32());

    private static BertText Normalizer(JsonElement normalizer) => new(
        normalizer.Flag("clean_text") ?? true, normalizer.Flag("handle_chinese_chars") ?? true, normalizer.Flag("strip_accents"), normalizer.Flag("lowercase") ?? true);

    private static (List<int> Before, List<int> After) Around(JsonElement processor) => processor.GetProperty("type").GetString() switch
    {
        "BertProcessing" => ([processor.GetProperty("cls")[1].GetInt32()], [processor.GetProperty("sep")[1].GetInt32()]),
        "TemplateProcessing" => Template(processor),
        var other => throw new InvalidDataException($"Its tokenizer is not BERT's: the post_processor is {other}, where BertProcessing and TemplateProcessing are known."),
    };

    private static (List<int> Before, List<int> After) Template(JsonElement processor)
    {
        var (before, after, seen) = (new List<int>(), new List<int>(), false);
        foreach (var part in processor.GetProperty("single").EnumerateArray())
        {
            if (part.TryGetProperty("SpecialToken", out var token))
                (seen ? after : before).AddRange(processor.GetProperty("special_tokens").GetProperty(token.GetProperty("id").GetString()!).GetProperty("ids").EnumerateArray().Select(i => i.GetInt32()));
            else
                seen = true;
        }
        return (before, after);
    }
}
