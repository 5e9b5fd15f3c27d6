using Tutor.Retrieval.Queries;
using Xunit;

namespace Tutor.Retrieval;

public sealed class ScoringPassages
{
    [Fact]
    public void Bm25_is_what_the_formula_says()
    {
        var postings = new Postings([TermCounts.Of("memory memory encoding"), TermCounts.Of("memory of neurons and axons in rats"), TermCounts.Of("axons")]);

        var scores = new double[3];
        Bm25.Score(postings, [new QueryTerm("memori", 1)], scores);

        var idf = Math.Log(1 + (3 - 2 + 0.5) / (2 + 0.5));
        Assert.Equal(idf * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / (11 / 3.0))), scores[0], 1e-12);
        Assert.Equal(idf * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 7 / (11 / 3.0))), scores[1], 1e-12);
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void Words_and_meaning_are_scaled_over_the_course_and_neighbours_of_one_source_lend_a_tenth()
    {
        var scores = Fusion.Combine([10.0, 0, 5, 0], [0.5f, -0.5f, 0, -0.5f], [false, true, true, false]);

        Assert.Equal([1 / 1.2, (0 + 0.1 * 1.5) / 1.2, 0.5 / 1.2, 0], scores.Select(s => Math.Round(s, 9)), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Nothing_in_common_scores_nothing() => Assert.Equal([0, 0], Fusion.Combine([0.0, 0], [0f, 0], [false, true]));

    [Theory]
    [InlineData("memori", "memri", true)]
    [InlineData("memori", "memmori", true)]
    [InlineData("memori", "nemori", true)]
    [InlineData("memori", "mmeori", true)]
    [InlineData("memori", "memoir", true)]
    [InlineData("memori", "memori", false)]
    [InlineData("memori", "emmroi", false)]
    [InlineData("memori", "memo", false)]
    [InlineData("", "a", true)]
    public void One_letter_wrong_missing_too_many_or_exchanged_is_one_edit(string a, string b, bool away)
    {
        Assert.Equal(away, Spelling.IsOneEditAway(a, b));
        Assert.Equal(away, Spelling.IsOneEditAway(b, a));
    }

    [Theory]
    [InlineData("exon", "axon")]
    [InlineData("xaon", "axon")]
    [InlineData("memroies", "memori")]
    [InlineData("conditoining", "condit")]
    [InlineData("conditionin", "condit")]
    [InlineData("xconditioned", "condit")]
    [InlineData("zebra", null)]
    [InlineData("axo", null)]
    public void A_word_is_read_as_its_most_frequent_neighbour(string word, string? term)
    {
        var course = new Dictionary<string, int> { ["axon"] = 3, ["taxon"] = 1, ["memori"] = 9, ["memoir"] = 1, ["condit"] = 2 };

        Assert.Equal(term, Spelling.NearestEnglish(word, t => course.GetValueOrDefault(t)));
    }

    [Fact]
    public void A_word_is_parted_into_two_of_the_course()
    {
        var course = new Dictionary<string, int> { ["self"] = 3, ["esteem"] = 1, ["gedachtnis"] = 2, ["leistung"] = 2, ["arbeit"] = 4 };

        Assert.Equal(("self", "esteem"), Compounds.Split("selfesteem", t => course.GetValueOrDefault(t), withLinks: false));
        Assert.Equal(("gedachtnis", "leistung"), Compounds.Split("gedachtnisleistung", t => course.GetValueOrDefault(t), withLinks: true));
        Assert.Equal(("arbeit", "gedachtnis"), Compounds.Split("arbeitsgedachtnis", t => course.GetValueOrDefault(t), withLinks: true));
        Assert.Null(Compounds.Split("leistungengedachtnis", t => course.GetValueOrDefault(t), withLinks: false));
        Assert.Null(Compounds.Split("kinderarbeit", t => course.GetValueOrDefault(t), withLinks: true));
    }
}
