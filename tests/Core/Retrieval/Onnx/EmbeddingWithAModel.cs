using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Tutor.Onnx;
using Tutor.Retrieval.Embedding;
using Xunit;

namespace Tutor.Retrieval.Onnx;

public sealed class EmbeddingWithAModel : AModelFolder
{
    private static readonly EmbeddingGenerationOptions s_question = new() { AdditionalProperties = new AdditionalPropertiesDictionary { ["purpose"] = "query" } };

    [Theory]
    [InlineData(Pooling.Mean)]
    [InlineData(Pooling.Cls)]
    public async Task A_text_is_the_mean_or_the_first_of_its_pieces(Pooling pooling)
    {
        using var models = Added(new OnnxWishes(Pooling: pooling, PassagePrefix: pooling == Pooling.Cls ? "" : "bread "));
        string[] pieces = pooling == Pooling.Mean ? ["[CLS]", "bread", "cat", "##s", "[SEP]"] : ["[CLS]", "cat", "##s", "[SEP]"];
        var rows = pieces.Select(p => TinyModel.Row(p, Themes)).ToList();
        var expected = Enumerable.Range(0, TinyModel.Dimensions).Select(d => rows.Max(r => r[d]) + (pooling == Pooling.Mean ? rows.Average(r => r[d]) : 0)).ToArray();
        TensorPrimitives.Divide(expected, TensorPrimitives.Norm<float>(expected), expected);

        var vector = (await VectorsAsync(models, ["Cats"]))[0];

        Assert.All(vector.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public async Task Questions_and_passages_have_their_own_beginnings()
    {
        using var models = Added(new OnnxWishes(QueryPrefix: "cat ", PassagePrefix: "car "));

        var (question, passage) = ((await VectorsAsync(models, ["bread"], s_question))[0], (await VectorsAsync(models, ["bread"]))[0]);

        Assert.Equal((true, false), (question[0] > 0.5, question[1] > 0.5));
        Assert.Equal((false, true), (passage[0] > 0.5, passage[1] > 0.5));
    }

    [Fact]
    public async Task Many_callers_at_once_get_what_one_gets()
    {
        using var models = Added(new OnnxWishes());
        var texts = SomeTexts.Of(7, 200);
        var alone = await VectorsAsync(models, texts);

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => VectorsAsync(models, texts))));

        Assert.All(together, vectors => Assert.Equal(alone, vectors));
    }

    [Fact]
    public async Task A_long_text_is_cut_where_the_model_ends()
    {
        using var models = Added(new OnnxWishes(MaxLength: 8));
        var vectors = await VectorsAsync(models, ["cat cat cat cat cat cat", "cat cat cat cat cat cat bread bread bread"]);
        Assert.Equal(vectors[0], vectors[1]);
    }

    [Fact]
    public async Task Without_the_library_it_is_away_and_says_what_to_do()
    {
        var added = Adding.Add(Downloaded, new OnnxWishes());
        File.WriteAllText(Path.Combine(Models.Of(added.Name), "model.onnx"), "broken since");
        using var models = new OnnxModels(Models, Library, added.Name);

        var away = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => VectorsAsync(models, ["cat"]));

        Assert.Equal("embedding-model-broken", away.Failure.Code);
        Assert.Equal(away.Failure, models.Down);
    }

    [Fact]
    public void A_model_nobody_added_is_not_there()
    {
        using var models = new OnnxModels(Models, Library, "other");
        Assert.False(models.Opens("onnx:other@000000000000"));
        Assert.Equal("embedding-model-missing", Assert.Throws<EmbeddingUnavailableException>(() => models.Create([], [])).Failure.Code);
    }

    private OnnxModels Added(OnnxWishes wishes) => new(Models, Library, Adding.Add(Downloaded, wishes).Name);

    private static async Task<float[][]> VectorsAsync(OnnxModels models, IReadOnlyList<string> texts, EmbeddingGenerationOptions? options = null)
    {
        using var generator = models.Open(models.Create(texts, []));
        return [.. (await generator.GenerateAsync(texts, options, TestContext.Current.CancellationToken)).Select(e => e.Vector.ToArray())];
    }
}
