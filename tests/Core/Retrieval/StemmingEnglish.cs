using Xunit;

namespace Tutor.Retrieval;

/// <summary>Pairs from the sample vocabulary of the Snowball project, and its irregular words.</summary>
public sealed class StemmingEnglish
{
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("consist consisted consistency consistent consistently consisting consists", "consist")]
    [InlineData("consolation consolations console consoled consoles consoling", "consol")]
    [InlineData("consolidate consolidated consolidating", "consolid")]
    [InlineData("knave knaves", "knave")]
    [InlineData("knit knits knitted knitting", "knit")]
    [InlineData("knight knightly knights", "knight")]
    [InlineData("kneel kneeled kneeling kneels", "kneel")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("knocker knockers", "knocker")]
    [InlineData("consolatory", "consolatori")]
    [InlineData("dying", "die")]
    [InlineData("sky skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("inning innings", "inning")]
    [InlineData("proceed proceeds proceeded", "proceed")]
    [InlineData("generate generates generating", "generat")]
    [InlineData("general generally", "general")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("hoping hoped", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("agreed", "agre")]
    [InlineData("relational", "relat")]
    [InlineData("psychology psychologies", "psycholog")]
    [InlineData("youth", "youth")]
    [InlineData("boys", "boy")]
    [InlineData("happily", "happili")]
    [InlineData("adoption", "adopt")]
    [InlineData("controlled", "control")]
    public void Words_come_to_their_stem(string words, string stem) =>
        Assert.All(words.Split(' '), w => Assert.Equal(stem, EnglishStemmer.Stem(w)));

    [Theory]
    [InlineData("at")]
    [InlineData("3rd")]
    [InlineData("größe")]
    public void Other_words_stay_as_they_are(string word) => Assert.Equal(word, EnglishStemmer.Stem(word));
}
