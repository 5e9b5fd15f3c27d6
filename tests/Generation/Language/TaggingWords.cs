using Xunit;

namespace Tutor.Language;

public sealed class TaggingWords
{
    [Theory]
    [InlineData("A culture that focuses on family has norms.", "focuses", PartOfSpeech.Verb)]
    [InlineData("The issues of urbanization play a role in politics.", "play", PartOfSpeech.Verb)]
    [InlineData("The play was long.", "play", PartOfSpeech.Noun)]
    [InlineData("The theory proposed by Freud was new.", "proposed", PartOfSpeech.Participle)]
    [InlineData("Freud proposed a new theory.", "proposed", PartOfSpeech.Verb)]
    [InlineData("It is a collection of data gathered using questionnaires.", "gathered", PartOfSpeech.Participle)]
    [InlineData("Researchers Smith and Lee agree.", "Smith", PartOfSpeech.ProperNoun)]
    public void The_neighbours_decide_what_a_word_is(string sentence, string word, PartOfSpeech expected)
    {
        English.IsNeeded();

        Assert.Equal(expected, English.Read(sentence).Tokens.Single(t => t.Text == word).Tag);
    }

    [Theory]
    [InlineData("Memories", "memory")]
    [InlineData("analyses", "analysis")]
    [InlineData("children", "child")]
    [InlineData("schemas", "schema")]
    [InlineData("stimulus", "stimulus")]
    [InlineData("basis", "basis")]
    public void Plurals_find_their_singular(string plural, string singular)
    {
        English.IsNeeded();

        Assert.Equal(singular, English.Lexicon.Singular(plural.ToLowerInvariant()));
    }

    [Fact]
    public void Relations_of_nouns_are_known()
    {
        English.IsNeeded();
        var nouns = English.Lexicon.Nouns;

        Assert.True(nouns.IsKindOf("dog", "animal"));
        Assert.False(nouns.IsKindOf("animal", "dog"));
        Assert.True(nouns.AreSynonyms("car", "automobile"));
        Assert.True(nouns.IsPartOf("wheel", "bicycle") || nouns.IsPartOf("finger", "hand"));
        Assert.True(nouns.AreSisters("dog", "wolf") || nouns.AreSisters("apple", "pear"));
    }

    [Fact]
    public void A_missing_dictionary_gives_the_structural_one() => Assert.False(Lexicon.Load("/nowhere").HasDictionary);

    [Theory]
    [InlineData("controls", "control")]
    [InlineData("is", "are")]
    [InlineData("carries", "carry")]
    [InlineData("passes", "pass")]
    public void Verbs_change_their_number_both_ways(string third, string plural)
    {
        Assert.Equal(plural, Verbs.PluralOf(third));
        Assert.Equal(third, Verbs.ThirdOf(plural));
    }
}
