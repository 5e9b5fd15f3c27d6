using Tutor.Models;
using Xunit;

namespace Tutor.Prompts;

public sealed class ReadingAnAnswer
{
    internal sealed record Shape(string Text, int? Number, IReadOnlyList<string> Words);

    [Theory]
    [InlineData("""{"text":"a","number":1,"words":["b"]}""")]
    [InlineData("```json\n{\"text\":\"a\",\"number\":1,\"words\":[\"b\"]}\n```")]
    [InlineData("Here you are:\n{\"text\":\"a\",\"number\":1,\"words\":[\"b\"]}\nAnything else?")]
    public void Overlooks_what_stands_around_it(string text)
    {
        var read = JsonAnswer.Read<Shape>(text);

        Assert.Equal(("a", 1, "b"), (read.Text, read.Number, read.Words[0]));
    }

    [Theory]
    [InlineData("I would be glad to help.")]
    [InlineData("")]
    [InlineData("}{")]
    [InlineData("""{"text":"a","number":1""")]
    [InlineData("""{"text":"a","number":1,"words":["b"],"more":1}""")]
    [InlineData("""{"text":"a","number":1}""")]
    [InlineData("""{"text":null,"number":1,"words":[]}""")]
    [InlineData("""{"text":"a","number":"1","words":[]}""")]
    [InlineData("""{"Text":"a","number":1,"words":[]}""")]
    public void Refuses_anything_else(string text)
    {
        var failed = Assert.Throws<ModelFailedException>(() => JsonAnswer.Read<Shape>(text));

        Assert.Equal("model-wrong-shape", failed.Failure.Code);
        Assert.DoesNotContain("Shape", failed.Failure.Message, StringComparison.Ordinal);
    }
}
