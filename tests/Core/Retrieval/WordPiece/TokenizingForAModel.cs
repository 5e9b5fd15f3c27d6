using System.Text.Json;
using Xunit;

namespace Tutor.Retrieval.WordPiece;

public sealed class TokenizingForAModel
{
    private static readonly string[] s_pieces =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cell", "##s", "mem", "##brane", "cafe", "naive", "!", "-", "$", "5", "東", "京", "ist", "##anbul", "σ", "##σ", "\U0001F600", "hy", "##phen"];

    private static readonly string[] s_special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    public static TheoryData<string, string> Texts => new()
    {
        { "The cells", "the cell ##s" },
        { "membrane MEMBRANES", "mem ##brane mem ##brane ##s" },
        { "Café naïve cafe\u0301", "cafe naive cafe" },
        { "the!the-$5", "the ! the - $ 5" },
        { "東京cell", "東 京 cell" },
        { "İstanbul", "ist ##anbul" },
        { "ΣΣ", "σ ##σ" },
        { "hy\u00ADphen hy\u200Bphen", "hy ##phen hy ##phen" },
        { "the\u00A0cell\u2003cell\tcell\r\ncell", "the cell cell cell cell" },
        { "\uD83D\uDE00\uD83D\uDE00 \uD83D\uDE00", "[UNK] \U0001F600" },
        { "the\uD800cell", "[UNK]" },
        { "the\0 cell\u0007s", "the cell ##s" },
        { "cello the", "[UNK] the" },
        { "the [MASK][SEP]cell", "the [MASK] [SEP] cell" },
        { "[mask]", "[UNK] [UNK] [UNK]" },
        { "", "" },
        { " \n\t", "" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Takes_the_longest_pieces_of_cleaned_lower_case_words(string text, string pieces) =>
        Assert.Equal($"[CLS] {pieces} [SEP]".Replace("  ", " ", StringComparison.Ordinal), Show(Small().Encode(text)));

    [Fact]
    public void A_word_of_more_than_a_hundred_characters_is_unknown()
    {
        var vocabulary = new Vocabulary(new Dictionary<string, int> { ["[UNK]"] = 0, ["a"] = 1, ["##a"] = 2 });
        Assert.Equal(100, Pieces(new string('a', 100)));
        Assert.Equal(1, Pieces(new string('a', 101)));

        int Pieces(string word)
        {
            var ids = new List<int>();
            vocabulary.AddPieces(word, ids);
            return ids.Count;
        }
    }

    [Fact]
    public void A_long_text_loses_its_end_and_keeps_the_last_sign() =>
        Assert.Equal("[CLS] the cell ##s [SEP]", Show(Small().Encode("the cells the cells", most: 5)));

    [Fact]
    public void A_cased_model_keeps_capitals_and_accents()
    {
        var ids = Small(new BertText(Lowercase: false)).Encode("the The café");
        Assert.Equal("[CLS] the [UNK] [UNK] [SEP]", Show(ids));
    }

    [Fact]
    public void Both_kinds_of_files_give_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("tutor-tokenizer-");
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, TokenizerFiles.Vocabulary), s_pieces);
            var ofVocabulary = TokenizerFiles.Read(folder.FullName);
            File.WriteAllText(Path.Combine(folder.FullName, TokenizerFiles.Json), Json("WordPiece"));
            var ofJson = TokenizerFiles.Read(folder.FullName);
            foreach (var (text, _) in Texts.Select(t => t.Data)) Assert.Equal(ofVocabulary.Encode(text), ofJson.Encode(text));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static TheoryData<string?, string> NoTokenizers => new()
    {
        { null, "neither tokenizer.json nor vocab.txt" },
        { "{", "not the file of a tokenizer" },
        { "[]", "not the file of a tokenizer" },
        { "{}", "not the file of a tokenizer" },
        { Json("BPE"), "the model is BPE, where WordPiece is known" },
    };

    [Theory, MemberData(nameof(NoTokenizers))]
    public void What_is_no_such_tokenizer_is_refused_with_the_reason(string? json, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("tutor-tokenizer-");
        try
        {
            if (json is not null) File.WriteAllText(Path.Combine(folder.FullName, TokenizerFiles.Json), json);
            Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => TokenizerFiles.Read(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Agrees_with_the_reference_on_books_and_odd_texts()
    {
        Assert.SkipUnless(SharedData.Present, SharedData.Absent);
        var tokenizer = TokenizerFiles.Read(SharedData.Path("wordpiece"));
        var lines = File.ReadLines(SharedData.Path("wordpiece", "golden.jsonl")).Select(l => JsonSerializer.Deserialize<Golden>(l, JsonSerializerOptions.Web)!).ToList();
        Assert.True(lines.Count > 1000);
        Assert.All(lines, line => Assert.Equal(line.Ids, tokenizer.Encode(line.Text)));
    }

    private sealed record Golden(string Text, int[] Ids);

    private static WordPieceTokenizer Small(BertText? text = null) => new(
        new Vocabulary(s_pieces.Index().ToDictionary(p => p.Item, p => p.Index)), text ?? new BertText(), s_special.Index().ToDictionary(p => p.Item, p => p.Index), [2], [3]);

    private static string Show(int[] ids) => string.Join(' ', ids.Select(i => s_pieces[i]));

    private static string Json(string model) => JsonSerializer.Serialize(new
    {
        added_tokens = s_special.Index().Select(p => new { id = p.Index, content = p.Item }),
        normalizer = new { type = "BertNormalizer", clean_text = true, handle_chinese_chars = true, strip_accents = (bool?)null, lowercase = true },
        pre_tokenizer = new { type = "BertPreTokenizer" },
        post_processor = new { type = "BertProcessing", sep = new object[] { "[SEP]", 3 }, cls = new object[] { "[CLS]", 2 } },
        model = new { type = model, unk_token = "[UNK]", continuing_subword_prefix = "##", max_input_chars_per_word = 100, vocab = s_pieces.Index().ToDictionary(p => p.Item, p => p.Index) },
    });
}
