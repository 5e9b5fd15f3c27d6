using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Checks;

public sealed class CheckingAnObjective
{
    private static readonly Citation s_cited = new(Guid.Empty, Guid.Empty, "cells.md", "Osmosis", 0, new Locator(null, null, [], null, null));

    [Theory]
    [InlineData("Describe the structure of a cell membrane", BloomLevel.Understand)]
    [InlineData("Compare and contrast osmosis and diffusion", BloomLevel.Analyze)]
    [InlineData("Identify the goals and plan of a mission", BloomLevel.Remember)]
    [InlineData("Briefly explain why ice floats on water", BloomLevel.Understand)]
    public void One_that_can_be_judged_passes(string text, BloomLevel level) => Assert.Empty(Failed(text, level));

    [Theory]
    [InlineData("Understand how a cell divides", "measurable-verb")]
    [InlineData("Membranes and their structure", "measurable-verb")]
    [InlineData("Describe osmosis and explain why cells swell", "one-verb")]
    [InlineData("Identify and describe the parts of a cell", "one-verb")]
    [InlineData("Define osmosis", "length")]
    [InlineData("Describe the structures of membranes of cells", "not-a-duplicate")]
    public void A_flaw_is_named(string text, string check) =>
        Assert.Contains(check, Failed(text, BloomVerbs.LevelOf(text.Split(' ')[0].ToLowerInvariant()) ?? BloomLevel.Remember, "Describe the structure of the membrane of a cell"));

    [Fact]
    public void One_that_points_nowhere_or_is_marked_wrongly_says_so()
    {
        var results = ObjectiveChecks.Check(new("List the four stages of sleep", BloomLevel.Create, []), []);

        Assert.Equal(["level-fits-verb", "cites-material"], results.Where(r => !r.Passed).Select(r => r.Name));
        Assert.Contains("remember", results[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Describe the nucleus and the ribosomes, including the nucleus and the ribosomes", true)]
    [InlineData("Distinguish between sound waves and the sound wave", true)]
    [InlineData("Describe the cell, including the nucleus and the cell wall", false)]
    [InlineData("Distinguish between light waves and sound waves", false)]
    public void A_thing_is_no_part_of_itself_and_does_not_differ_from_itself(string text, bool fails)
    {
        Assert.Equal(fails, Failed(text, BloomLevel.Understand).Contains("parts-differ"));
    }

    private static IEnumerable<string> Failed(string text, BloomLevel level, params string[] others) => ObjectiveChecks
        .Check(new(text, level, [s_cited]), others.Select(o => new ObjectiveBody(o, BloomLevel.Understand, [s_cited])))
        .Where(r => !r.Passed).Select(r => r.Name);
}
