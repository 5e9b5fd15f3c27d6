using Microsoft.Extensions.AI;
using Tutor.Retrieval.Lsa;
using Xunit;

namespace Tutor.Retrieval;

public sealed class FittingLatentSemantics
{
    [Fact]
    public void Words_that_never_meet_are_alike_when_they_keep_the_same_company()
    {
        var texts = Enumerable.Range(0, 6).SelectMany(_ => (string[])
            ["the physician treats patients in hospital", "the doctor treats patients in hospital", "the river carries water to sea", "a stream carries water to sea"]);
        var model = LsaFitting.Fit([.. texts.Select(TermCounts.Of)], dimensions: 2);

        Assert.InRange(Cosine(model, "physician", "doctor"), 0.9, 1.01);
        Assert.InRange(Cosine(model, "physician", "stream"), -0.1, 0.1);
    }

    [Fact]
    public void The_same_texts_give_the_same_bytes()
    {
        var texts = SomeTexts.Of(7, 300);
        Assert.Equal(LsaSerializer.Write(LsaFitting.Fit(texts)), LsaSerializer.Write(LsaFitting.Fit(texts)));
    }

    [Fact]
    public void A_model_read_back_embeds_as_before()
    {
        var model = LsaFitting.Fit(SomeTexts.Of(7, 150));
        var read = LsaSerializer.Read(LsaSerializer.Write(model));

        Assert.All(SomeTexts.Of(8, 20), text => Assert.Equal(model.Embed(text), read.Embed(text)));
    }

    [Fact]
    public void Damaged_weights_are_told_as_such()
    {
        var bytes = LsaSerializer.Write(LsaFitting.Fit(SomeTexts.Of(7, 20)));

        Assert.Throws<InvalidDataException>(() => LsaSerializer.Read(bytes[..^1]));
        Assert.Throws<InvalidDataException>(() => LsaSerializer.Read(new byte[100]));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("the of")]
    [InlineData("one text only")]
    [InlineData("the same", "the same", "the same")]
    public void A_tiny_course_does_no_harm(params string[] texts)
    {
        var model = LsaFitting.Fit(texts);
        Assert.InRange(model.Dimensions, 1, 4);
        Assert.All(texts.Append("something else"), t => Assert.All(model.Embed(t), v => Assert.True(float.IsFinite(v))));
        Assert.All(texts.Where(t => t.Contains("text", StringComparison.Ordinal)), t => Assert.Equal(1, Cosine(model, t, t), 1e-5));
    }

    [Fact]
    public void A_decomposition_of_full_rank_gives_the_matrix_back()
    {
        var random = new Random(1);
        const int rows = 12, columns = 9;
        var values = Enumerable.Range(0, rows * columns).Select(_ => (float)random.NextDouble()).ToArray();
        var matrix = new SparseMatrix(
            [.. Enumerable.Range(0, rows + 1).Select(r => r * columns)], [.. Enumerable.Range(0, rows * columns).Select(i => i % columns)], values, columns);

        var (v, rank) = TruncatedSvd.Decompose(matrix, columns);

        Assert.Equal(columns, rank);
        var projected = matrix.Multiply(v, rank); // A V, and A V V' = A
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                Assert.Equal(values[r * columns + c], Enumerable.Range(0, rank).Sum(k => projected[r * rank + k] * v[c * rank + k]), 1e-4);
    }

    [Fact]
    public async Task The_generator_names_its_model_and_dimensions()
    {
        var model = LsaFitting.Fit(SomeTexts.Of(7, 150));
        using var generator = new LsaEmbeddingGenerator(model, "lsa:3");

        var embeddings = await generator.GenerateAsync(["memory", "axon"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([model.Embed("memory"), model.Embed("axon")], embeddings.Select(e => e.Vector.ToArray()));
        Assert.All(embeddings, e => Assert.Equal("lsa:3", e.ModelId));
        Assert.Equal(model.Dimensions, generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions);
    }

    private static double Cosine(LsaModel model, string a, string b) => model.Embed(a).Zip(model.Embed(b), (x, y) => (double)x * y).Sum();
}
