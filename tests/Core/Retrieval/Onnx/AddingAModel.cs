using Tutor.Onnx;
using Xunit;

namespace Tutor.Retrieval.Onnx;

public sealed class AddingAModel : AModelFolder
{
    [Fact]
    public void It_is_tried_described_and_copied()
    {
        var added = Adding.Add(Downloaded, new OnnxWishes());

        Assert.Equal(("tiny-model", TinyModel.Dimensions, Pooling.Mean, 512, "last_hidden_state"), (added.Name, added.Dimensions, added.Pooling, added.MaxLength, added.Output));
        Directory.Delete(Downloaded, recursive: true);
        Assert.Equal(added, Assert.Single(Models.All()));
        Adding.Try(added);
    }

    [Fact]
    public void What_its_makers_say_is_kept_and_wishes_come_first()
    {
        Directory.CreateDirectory(Path.Combine(Downloaded, "1_Pooling"));
        Write("1_Pooling/config.json", """{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false}""");
        Write("sentence_bert_config.json", """{"max_seq_length":256}""");
        Write("config_sentence_transformers.json", """{"prompts":{"query":"query: ","document":"passage: "}}""");

        var theirs = Adding.Add(Downloaded, new OnnxWishes("theirs"));
        var ours = Adding.Add(Downloaded, new OnnxWishes("ours", Pooling.Mean, "ask ", "", 64));

        Assert.Equal((Pooling.Cls, 256, "query: ", "passage: "), (theirs.Pooling, theirs.MaxLength, theirs.QueryPrefix, theirs.PassagePrefix));
        Assert.Equal((Pooling.Mean, 64, "ask ", ""), (ours.Pooling, ours.MaxLength, ours.QueryPrefix, ours.PassagePrefix));
        Assert.NotEqual(theirs.Hash, ours.Hash);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "no folder", "There is no folder" },
        { "no model", "There is no model.onnx" },
        { "weights elsewhere", "keeps its weights in model.onnx_data" },
        { "garbage", "cannot be used" },
        { "cut", "cannot be used" },
        { "no tokenizer", "neither tokenizer.json nor vocab.txt" },
        { "other tokenizer", "Its tokenizer belongs to another model" },
        { "other input", "It asks for the input position_ids" },
        { "constant", "the same vector" },
        { "zeros", "zeros" },
        { "nan", "not made of numbers" },
        { "bad name", "is no name for a model" },
        { "taken", "There is a model tiny-model already" },
        { "json", "cannot be read as JSON" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void What_cannot_be_used_is_refused_in_words_and_leaves_nothing_behind(string fault, string says)
    {
        var pieces = TinyModel.Pieces(Themes);
        var rows = pieces.SelectMany(p => TinyModel.Row(p, Themes)).ToArray();
        var model = Path.Combine(Downloaded, "model.onnx");
        switch (fault)
        {
            case "no folder": Directory.Delete(Downloaded, recursive: true); break;
            case "no model": File.Delete(model); break;
            case "weights elsewhere": Write("model.onnx_data", ""); break;
            case "garbage": Write("model.onnx", "not a model"); break;
            case "cut": File.WriteAllBytes(model, File.ReadAllBytes(model)[..2000]); break;
            case "no tokenizer": File.Delete(Path.Combine(Downloaded, "vocab.txt")); break;
            case "other tokenizer": File.AppendAllLines(Path.Combine(Downloaded, "vocab.txt"), ["more", "pieces"]); break;
            case "other input": File.WriteAllBytes(model, TinyModel.Build(rows, pieces.Count, extraInput: "position_ids")); break;
            case "constant": File.WriteAllBytes(model, TinyModel.Build([.. rows.Select((_, i) => i % TinyModel.Dimensions == 0 ? 1f : 0f)], pieces.Count)); break;
            case "zeros": File.WriteAllBytes(model, TinyModel.Build(new float[rows.Length], pieces.Count)); break;
            case "nan": File.WriteAllBytes(model, TinyModel.Build([.. rows.Select(_ => float.NaN)], pieces.Count)); break;
            case "taken": Adding.Add(Downloaded, new OnnxWishes()); break;
            case "json": Write("config.json", "{"); break;
        }

        var refused = Assert.Throws<ModelRefusedException>(() => Adding.Add(Downloaded, new OnnxWishes(fault == "bad name" ? "../up" : null)));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        if (fault == "taken") Adding.Try(Assert.Single(Models.All()));
        else Assert.False(Directory.Exists(Models.Root) && Directory.EnumerateFileSystemEntries(Models.Root).Any());
    }

    [Fact]
    public void Files_that_are_not_those_that_were_added_are_noticed()
    {
        var added = Adding.Add(Downloaded, new OnnxWishes());
        File.WriteAllText(Path.Combine(Models.Of(added.Name), "tokenizer_config.json"), """{"do_lower_case":false}""");

        Assert.Contains("not those that were added", Assert.Throws<ModelRefusedException>(() => Adding.Try(added)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_whose_description_is_spoilt_is_not_there()
    {
        var added = Adding.Add(Downloaded, new OnnxWishes());
        File.WriteAllText(Path.Combine(Models.Of(added.Name), OnnxDescription.FileName), "{}");

        Assert.Empty(Models.All());
        Assert.False(new OnnxModels(Models, Library).Opens(added.VectorName));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Downloaded, file), text);
}
