using System.Text.Json;

namespace Tutor.Retrieval.WordPiece;

/// <summary>
/// Reads a model's tokenizer from its folder: <c>tokenizer.json</c> (of Hugging Face's tokenizers), else <c>vocab.txt</c> with, where it is
/// there, <c>tokenizer_config.json</c>.
/// </summary>
public static class TokenizerFiles
{
    public const string Json = "tokenizer.json", Vocabulary = "vocab.txt", Configuration = "tokenizer_config.json";

    private static readonly string[] s_special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <exception cref="InvalidDataException">No tokenizer is there, or one that is no WordPiece tokenizer of BERT's; the message says which.</exception>
    public static WordPieceTokenizer Read(string folder)
    {
        try
        {
            if (File.Exists(Path.Combine(folder, Json))) return TokenizerJson.Read(File.ReadAllBytes(Path.Combine(folder, Json)));
            if (File.Exists(Path.Combine(folder, Vocabulary))) return OfVocabulary(folder);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"{Json} is not the file of a tokenizer.", e);
        }
        throw new InvalidDataException($"There is neither {Json} nor {Vocabulary}.");
    }

    private static WordPieceTokenizer OfVocabulary(string folder)
    {
        var pieces = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, Vocabulary))) pieces.TryAdd(line.TrimEnd('\r'), pieces.Count);
        var special = s_special.Where(pieces.ContainsKey).ToDictionary(n => n, n => pieces[n], StringComparer.Ordinal);
        if (!special.TryGetValue("[CLS]", out var before) || !special.TryGetValue("[SEP]", out var after)) throw new InvalidDataException($"{Vocabulary} has no [CLS] and [SEP].");
        return new WordPieceTokenizer(new Vocabulary(pieces), Options(Path.Combine(folder, Configuration)), special, [before], [after]);
    }

    private static BertText Options(string file)
    {
        if (!File.Exists(file)) return new BertText();
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var options = json.RootElement;
        return new BertText(
            SplitChinese: options.Flag("tokenize_chinese_chars") ?? true, StripAccents: options.Flag("strip_accents"), Lowercase: options.Flag("do_lower_case") ?? true);
    }

    /// <summary>Null where it is null or not there.</summary>
    internal static bool? Flag(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.GetBoolean() : null;
}
