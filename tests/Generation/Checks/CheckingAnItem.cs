using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Checks;

public sealed class CheckingAnItem
{
    private const string Key = "the flow of water across a membrane";
    private static readonly Chunk s_chunk = Make.Chunk(
        "Osmosis is the flow of water across a membrane. Diffusion is the spread of particles through a space. " +
        "Active transport is the pumping of ions against a gradient. Endocytosis is the uptake of matter into a pocket. " +
        "Enzymes speed up reactions by lowering an energy barrier. A cell holds 46 chromosomes. Osmosis also moves the solvent of a weak solution.");

    private static readonly string[] s_others = ["the spread of particles through a space", "the pumping of ions against a gradient", "the uptake of matter into a pocket"];
    private readonly ItemChecks _checks = new(new CourseEvidence([s_chunk]));

    [Fact]
    public void A_sound_item_passes_every_check() =>
        Assert.All(_checks.Check(Item("Which of the following best describes osmosis?", Key, s_others)), r => Assert.True(r.Passed, r.Message));

    [Theory]
    [InlineData("What is osmosis", Key, "whole-question")]
    [InlineData("Osmosis is the flow of ____ across a membrane?", Key, "whole-question")]
    [InlineData("Which of these is not osmosis?", Key, "negative-marked")]
    [InlineData("Which of the following best describes osmosis in water?", Key, "no-word-cue")]
    [InlineData("Which of the following best describes osmosis?", "the flow of water across a membrane, which every cell of every plant depends upon", "key-not-longest")]
    [InlineData("Which of the following best describes osmosis?", "flow of water across a membrane", "options-alike")]
    [InlineData("Which of the following best describes osmosis?", "the only flow of water across a membrane", "no-absolute-cue")]
    [InlineData("Which of the following best describes osmosis?", "the flow of some water across a membrane", "no-vague-words")]
    [InlineData("Which of the following best describes osmosis?", "the flow of blood across a bridge", "key-proved")]
    public void A_flaw_of_stem_or_key_is_named(string stem, string key, string check) =>
        Assert.Contains(check, Failed(Item(stem, key, s_others)));

    [Theory]
    [InlineData("none of the above", "no-all-of-the-above")]
    [InlineData("all of these", "no-all-of-the-above")]
    [InlineData("Both A and B", "no-all-of-the-above")]
    [InlineData("The flow of water, across a membrane", "options-distinct")]
    [InlineData("the flow of water across a membrane of a cell", "options-distinct")]
    [InlineData("the solvent of a weak solution", "distractors-wrong")]
    [InlineData("the pumping of ions against a", "options-whole")]
    [InlineData("the uptake of matter (into a pocket", "options-whole")]
    [InlineData("the transport of ions that we will discuss shortly", "options-whole")]
    public void A_flaw_of_a_distractor_is_named(string other, string check) =>
        Assert.Contains(check, Failed(Item("Which of the following does osmosis move?", Key, [other, s_others[1], s_others[2]])));

    [Fact]
    public void An_article_at_the_end_of_the_stem_gives_away_what_fits_it() =>
        Assert.Contains("no-article-cue", Failed(Item("The flow of water across a membrane is called an?", "osmosis", ["diffusion", "transport", "uptake"])));

    [Fact]
    public void Numbers_stand_in_their_order()
    {
        const string Stem = "How many chromosomes does a cell hold?";
        Assert.DoesNotContain("numbers-in-order", Failed(Item(Stem, "46", ["48", "50", "1,000"])));
        Assert.Contains("numbers-in-order", Failed(Item(Stem, "46", ["50", "48", "12"])));
    }

    [Fact]
    public void Two_keys_or_two_options_are_no_item()
    {
        var item = Item("What is osmosis?", Key, s_others);
        Assert.Equal(["one-key"], Failed(item with { Choices = [.. item.Choices.Select(c => c with { IsKey = true })] }));
        Assert.Equal(["one-key"], Failed(item with { Choices = [.. item.Choices.Take(2)] }));
    }

    [Fact]
    public void What_a_negative_stem_asks_for_may_stand_in_the_material()
    {
        var item = Item("Which of the following does osmosis NOT move?", "the uptake of matter into a pocket", ["the solvent of a weak solution", s_others[0], s_others[1]]);
        Assert.DoesNotContain("distractors-wrong", Failed(item));
        Assert.DoesNotContain("negative-marked", Failed(item));
    }

    private IEnumerable<string> Failed(ItemBody item) => _checks.Check(item).Where(r => !r.Passed).Select(r => r.Name);

    private static ItemBody Item(string stem, string key, string[] others) => new(
        "term-to-definition", BloomLevel.Remember, stem,
        [.. new[] { key }.Concat(others).Select((text, i) => new Choice(new Guid(i, 0, 0, new byte[8]), text, i == 0, []))],
        "", [Citation.Of(s_chunk, "cells.md", 0, s_chunk.Text.Length)]);
}
