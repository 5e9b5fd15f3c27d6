using Xunit;

namespace Tutor.Retrieval;

public sealed class TokenizingText
{
    [Theory]
    [InlineData("Memories are encoded.", "memori are encod")]
    [InlineData("self-esteem", "selfesteem self esteem")]
    [InlineData("writing—a new technology", "write a new technolog")]
    [InlineData("Piaget’s and Freud's don't", "piaget and freud dont")]
    [InlineData("The U.S. and the USA", "the us and the usa")]
    [InlineData("a Ph.D. in physics", "a ph d in physic")]
    [InlineData("It spreads AIDS.", "it spread aid aids")]
    [InlineData("DNA", "dna")]
    [InlineData("hypotheses and a hypothesis", "hypothesi and a hypothesi")]
    [InlineData("stimuli, criteria, children", "stimulus criterion child")]
    [InlineData("1,000 of 3.14 in 1990-1995.", "1000 of 3.14 in 19901995 1990 1995")]
    [InlineData("naïve Café", "naiv cafe")]
    [InlineData("ﬁle Ｗｉｄｅ", "file wide")]
    [InlineData("l’homme d'être qu’elle", "homm etr ell")]
    [InlineData("Straße", "strass")]
    [InlineData("記憶は脳", "記憶 憶は は脳")]
    [InlineData("第3章", "第 3 章")]
    [InlineData("기억", "기억")]
    [InlineData("память", "память")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("", "")]
    [InlineData("… — !", "")]
    public void Gives_its_terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Tokenizer.Terms(text)));

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() => Assert.Equal(["a", "b"], Tokenizer.Terms("a \ud83d b"));

    [Fact]
    public void Encoded_data_is_not_a_term() => Assert.Empty(Tokenizer.Terms(new string('x', 5000)));
}
