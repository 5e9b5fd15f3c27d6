using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Checks;

public sealed class SolvingAnItemFromTheCourse
{
    private static readonly Chunk s_cells = Make.Chunk(
        "Osmosis is the flow of water across a membrane. Diffusion is the spread of particles through a space. " +
        "Active transport is the pumping of ions against a gradient. Endocytosis is the uptake of matter into a pocket.");

    private static readonly Chunk s_plants = Make.Chunk("Roots drink by osmosis. It is also the pull of salt on water.", ordinal: 1);

    private static readonly string[] s_meanings = ["the flow of water across a membrane", "the spread of particles through a space", "the pumping of ions against a gradient", "the uptake of matter into a pocket"];

    [Fact]
    public void Finds_the_key_where_the_material_says_it() => Assert.True(Solved(Item("Which of the following best describes osmosis?", s_meanings)).Passed);

    /// <summary>Its quotes hold the key's words and the stem's, each from another sentence, and the true answer is no longer the material's own words.</summary>
    [Fact]
    public void Rejects_a_key_that_the_material_says_of_something_else()
    {
        var item = Item("Which of the following best describes osmosis?", ["the spread of particles through a space", "the stream of water over a membrane", "the pumping of ions against a gradient", "the uptake of matter into a pocket"]);

        var checks = new ItemChecks(new CourseEvidence([s_cells, s_plants])).Check(item);

        Assert.Equal(["solver-finds-key"], checks.Where(c => !c.Passed).Select(c => c.Name));
    }

    [Fact]
    public void Rejects_a_second_option_that_another_place_says_in_nearly_these_words()
    {
        var found = Solved(Item("What is osmosis?", ["the pull of salt on water", "the uptake of matter into a pocket", "the pumping of ions against a gradient", "the flow of water across a membrane"]));

        Assert.False(found.Passed);
        Assert.Contains("water across a membrane", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_sentence_together_with_the_one_it_leans_on() => Assert.True(Solved(Item("What pulls on water in osmosis?", ["the pull of salt", "the pocket", "the gradient", "the space"])).Passed);

    [Fact]
    public void Rejects_a_key_that_stands_nowhere() => Assert.False(Solved(Item("Which of the following best describes photosynthesis?", s_meanings)).Passed);

    private static CheckResult Solved(ItemBody item) => new RetrievalSolver(new CourseEvidence([s_cells, s_plants])).Check(item);

    private static ItemBody Item(string stem, string[] options) => new(
        "term-to-definition", BloomLevel.Remember, stem, [.. options.Select((text, i) => new Choice(new Guid(i, 0, 0, new byte[8]), text, i == 0, []))],
        "", [Citation.Of(s_cells, "cells.md", 0, s_cells.Text.Length)]);
}
