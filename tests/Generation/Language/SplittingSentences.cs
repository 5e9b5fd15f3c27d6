using Xunit;

namespace Tutor.Language;

public sealed class SplittingSentences
{
    [Theory]
    [InlineData("Dr. B. F. Skinner built a box. It had a lever.", 2)]
    [InlineData("Sleep takes 7.5 hours, e.g. at night. Naps are short.", 2)]
    [InlineData("Memory fades (Smith & Jones, 2005). It can be trained.", 2)]
    [InlineData("She asked, “What is learning?” Nobody knew.", 2)]
    [InlineData("Cells divide (see Lee et al. 2003. for more) and grow. Then they rest.", 2)]
    [InlineData("The U.S. Army tests recruits.", 1)]
    [InlineData("Some say (it is disputed. Or was.) that cells age.", 1)]
    [InlineData("細胞は分裂する。そして休む。", 2)]
    public void A_mark_ends_a_sentence_only_where_one_ends(string text, int count) =>
        Assert.Equal(count, SentenceSplitter.Split(text, 0, text.Length).Count);

    [Fact]
    public void Every_sentence_and_token_stands_where_it_says()
    {
        const string text = "Plants make sugar.  A leaf’s pores, the stomata, let in CO2 (Lee, 2003). “Light,” he said, “is food.”";
        foreach (var sentence in new SentenceReader(Lexicon.Structural).Read(text, 0, text.Length))
        {
            Assert.Equal(sentence.Text, text.Substring(sentence.Start, sentence.Text.Length));
            Assert.All(sentence.Tokens, t => Assert.Equal(t.Text, text.Substring(t.Start, t.Text.Length)));
        }
    }
}
