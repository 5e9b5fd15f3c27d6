using Tutor.Checks;
using Tutor.Facts;
using Xunit;

namespace Tutor.Writing;

public sealed class WritingObjectives
{
    [Fact]
    public void Title_and_headings_of_a_section_become_measurable_objectives()
    {
        English.IsNeeded();
        var drafts = Write(
            ("What Is Memory?", null, "Memory is the set of processes that store information over time. Memory can be trained. It takes effort. People use it daily."),
            ("What Is Memory?", "Types of Memory", "There are three types of memory: sensory memory, short-term memory, and long-term memory. Each holds a different amount. Each lasts for a different time."),
            ("What Is Memory?", "Amnesia", "Amnesia is a loss of memory that follows an injury. Patients forget names. Patients forget faces. The loss can pass."));

        Assert.Contains(drafts, d => d.Body.Text == "Explain what memory is");
        Assert.Contains(drafts, d => d.Body.Text == "Identify the types of memory");
        Assert.Contains(drafts, d => d.Body.Text == "Explain what amnesia is");
        Assert.All(drafts, d =>
        {
            Assert.InRange(ContentWords.Count(d.Body.Text), 4, 25);
            Assert.NotNull(BloomVerbs.LevelOf(d.Body.Text.Split(' ')[0].ToLowerInvariant()));
            Assert.All(d.Body.Citations, c => Assert.NotEmpty(c.Quote));
        });
    }

    [Theory]
    [InlineData("Why Is Sleep Important?", "Explain why sleep is important")]
    [InlineData("Analyzing Findings", "Explain how to analyze findings")]
    [InlineData("The Work of Cells (1990)", "Describe the work of cells")]
    [InlineData("How Do Cells Divide?", "Explain how cells divide")]
    public void The_form_of_a_heading_chooses_the_wording(string heading, string objective)
    {
        English.IsNeeded();

        Assert.Contains(Write((heading, null, "Cells rest at night. Sleep helps findings and cells. People analyze findings. Rest is good for cells.")), d => d.Body.Text == objective);
    }

    [Fact]
    public void Many_headings_share_five_objectives()
    {
        English.IsNeeded();
        var names = new[] { "Osmosis", "Diffusion", "Filtration", "Transport", "Digestion", "Respiration", "Excretion", "Growth" };
        var drafts = Write([.. names.Select(n => ("Life of Cells", (string?)n, $"{n} takes time. {n} needs energy. {n} happens in cells. {n} stops at night."))]);

        Assert.True(drafts.Count is > 2 and <= ObjectiveWriter.MostOfSection);
        Assert.All(names, n => Assert.Contains(drafts, d => d.Body.Text.Contains(n, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Names_keep_their_capitals_and_other_words_lose_them()
    {
        English.IsNeeded();
        var drafts = Write(("Freud and the Unconscious Mind", null, "In Vienna Freud wrote about the unconscious mind. There Freud treated people. The unconscious mind stores wishes. Later Freud left."));

        Assert.Contains(drafts, d => d.Body.Text.EndsWith("Freud and the unconscious mind", StringComparison.Ordinal));
    }

    private static IReadOnlyList<ObjectiveDraft> Write(params (string Section, string? Heading, string Text)[] parts)
    {
        var chunks = parts.Select((p, i) => Make.Chunk(p.Text, p.Heading is null ? ["Course", p.Section] : ["Course", p.Section, p.Heading], i)).Append(Make.Chunk("Another section stands here. It says little.", ["Course", "Elsewhere"], parts.Length)).ToList();
        var table = FactTable.From(chunks, English.Lexicon);
        return new ObjectiveWriter(table, new Dictionary<Guid, string> { [chunks[0].SourceId] = "book.md" }).Write(table.Sections[0]);
    }
}
