using Xunit;

namespace Tutor.Retrieval;

public sealed class ScoringPassages
{
    [Fact]
    public void Bm25_is_what_the_formula_says()
    {
        var postings = new Postings([TermCounts.Of("memory memory encoding"), TermCounts.Of("memory of neurons and axons in rats"), TermCounts.Of("axons")]);

        var scores = Bm25.Score(postings, ["memori"]);

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

    [Fact]
    public void An_unknown_term_is_read_as_its_most_frequent_neighbour_and_a_known_one_is_left()
    {
        var course = new Dictionary<string, int> { ["axon"] = 3, ["taxon"] = 1, ["memori"] = 1, ["memoir"] = 9 };

        Assert.Equal(["axon", "memori", "zebra", "axo"], Spelling.Correct(["exon", "memori", "zebra", "axo"], course.Keys, t => course.GetValueOrDefault(t)));
    }
}
