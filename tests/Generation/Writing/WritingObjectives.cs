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

        Assert.Contains(drafts, d => d.Body.Text == "Define what memory is");
        Assert.Contains(drafts, d => d.Body.Text == "Identify the types of memory");
        Assert.Contains(drafts, d => d.Body.Text == "Define what amnesia is");
        Assert.All(drafts, d =>
        {
            Assert.InRange(ContentWords.Count(d.Body.Text), 4, 25);
            Assert.NotNull(BloomVerbs.LevelOf(d.Body.Text.Split(' ')[0].ToLowerInvariant()));
            Assert.All(d.Body.Citations, c => Assert.NotEmpty(c.Quote));
        });
    }

    [Fact]
    public void Things_that_differ_by_one_word_are_to_be_compared_where_each_is_taught()
    {
        English.IsNeeded();
        var drafts = Write(("Rocks and Minerals", null, "Igneous rock is a rock that forms when magma cools. Sedimentary rock is a rock that forms when layers of sand are pressed. Igneous rock lies deep. Sedimentary rock lies in layers. Igneous rock is hard. Sedimentary rock is soft."));

        var compared = Assert.Single(drafts, d => d.Body.Text == "Compare igneous and sedimentary rock");
        Assert.Equal(Tutor.Review.BloomLevel.Analyze, compared.Body.Level);
        Assert.Contains(compared.Body.Citations, c => c.Quote.Contains("magma", StringComparison.Ordinal));
        Assert.Contains(compared.Body.Citations, c => c.Quote.Contains("sand", StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_that_asks_is_no_part_of_another()
    {
        English.IsNeeded();
        const string Text = "Cells grow in steps. The brain changes with age. Growth needs rest. Sleep helps growth.";

        Assert.DoesNotContain(Write(("Growth", "Issues of Growth", Text), ("Growth", "Is Growth Continuous?", Text), ("Growth", "Does Growth End?", Text)), d => d.Body.Text.Contains(" is growth", StringComparison.Ordinal) || d.Body.Text.Contains(" does growth", StringComparison.Ordinal));
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

    [Theory]
    [InlineData("Why Sleep Matters", "Explain why sleep matters")]
    [InlineData("How Memory Functions", "Explain how memory functions")]
    [InlineData("Introduction to Sleep and the Brain", "Describe sleep and the brain")]
    [InlineData("Anxiety: Early Signs", "Identify the early signs of anxiety")]
    [InlineData("Problem-Solving Strategies of Cells", "Describe the problem-solving strategies of cells")]
    [InlineData("Sleep Does Not Cure Anxiety", "Explain why sleep does not cure anxiety")]
    [InlineData("The Causes of Sleep", "Explain the causes of sleep")]
    [InlineData("Stages of Sleep", "Outline the stages of sleep")]
    [InlineData("Nature versus Nurture", "Compare nature and nurture")]
    [InlineData("Light Waves and Sound Waves", "Distinguish between light waves and sound waves")]
    [InlineData("Understanding Sleep at Night", "Describe sleep at night")]
    [InlineData("The Brain", "Explain what the brain is")]
    public void A_heading_of_this_shape_reads_like_this(string heading, string objective)
    {
        English.IsNeeded();

        Assert.Contains(Write((heading, null, "Cells rest at night. Sleep helps the brain with anxiety and memory. People need rest and light. Rest is good for cells.")), d => d.Body.Text == objective);
    }

    [Theory]
    [InlineData("From 1914 to Today")]
    [InlineData("Are You a Good Sleeper?")]
    [InlineData("Overview")]
    public void A_heading_that_names_nothing_makes_no_objective(string heading)
    {
        Assert.Empty(Write((heading, null, "In those days they slept. After that they woke. Often they ate. Then they left.")));
    }

    [Fact]
    public void Perspectives_on_one_thing_are_compared_and_each_is_named_with_it()
    {
        English.IsNeeded();
        const string text = "It explains crime by the norms of a group. It looks at roles. It asks who gains. It has its critics.";
        var drafts = Write(("Theoretical Perspectives on Crime", "Functionalism", text), ("Theoretical Perspectives on Crime", "Conflict Theory", text));
        var elsewhere = Write(("Theoretical Perspectives on Crime", "Functionalism", text), ("Theoretical Perspectives on Crime", "Conflict Theory", text), ("Theoretical Perspectives on Aging", "Functionalism", text));

        Assert.Contains(drafts, d => d.Body is { Text: "Compare functionalism and conflict theory as theoretical perspectives on crime", Level: Review.BloomLevel.Analyze });
        Assert.Contains(elsewhere, d => d.Body.Text == "Describe functionalism as a perspective on crime");
    }

    [Fact]
    public void No_objective_names_a_thing_as_its_own_part()
    {
        English.IsNeeded();
        var drafts = Write(("The Cell", "The Nucleus and the Ribosomes", "The nucleus stores the plan. Ribosomes follow the plan. Proteins leave the cell. The wall holds it."), ("The Cell", "The Nucleus and the Ribosomes", "The nucleus has a wall. The ribosomes have none. Both are small. Both are old."));

        Assert.DoesNotContain(drafts, d => d.Body.Text.Contains("including", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_set_against_each_other_is_told_apart_only_where_the_course_teaches_both()
    {
        English.IsNeeded();
        var drafts = Write(
            ("Nervous System", null, "Fear is a reaction that answers a present threat. Anxiety is a worry that concerns the future. Fear involves a reaction to a present threat, whereas anxiety involves worry about the future. Fear can pass. Anxiety can stay. Fear helps animals. Anxiety tires people. Fear is old. Anxiety is young."),
            ("Nervous System", null, "Lysosomes digest waste, whereas the cytosol fills the cell."));

        Assert.Contains(drafts, d => d.Body.Text == "Distinguish between fear and anxiety");
        Assert.DoesNotContain(drafts, d => d.Body.Text.Contains("cytosol", StringComparison.Ordinal));
    }

    [Fact]
    public void Objectives_a_source_prints_are_taken_before_any_of_our_own_and_made_observable()
    {
        English.IsNeeded();
        const string printed = "Define osmosis\nUnderstand the role of membranes in cells\nCompare and contrast osmosis and diffusion\nDefine and describe the stages of transport";
        var text = printed + "\n\nOsmosis is the flow of water across a membrane. Membranes surround cells.";
        var chunk = new Sources.Chunk
        {
            Id = Guid.NewGuid(), Text = text, Headings = ["Biology", "Cells", "Learning Objectives"], Lines = [], Hash = "p",
            Parts = [new Sources.ChunkPart(Sources.BlockKind.List, 0, printed.Length, 0), new Sources.ChunkPart(Sources.BlockKind.Heading, printed.Length, 0, 1), new Sources.ChunkPart(Sources.BlockKind.Paragraph, printed.Length + 2, text.Length - printed.Length - 2, 2)],
        };
        var table = FactTable.From([chunk, Make.Chunk("Another section stands here. It says little.", ["Biology", "Elsewhere"], 1, source: 0)], English.Lexicon);
        var drafts = new ObjectiveWriter(table, new Dictionary<Guid, string>()).Write(table.Sections[0]);

        Assert.Equal(["Define the term osmosis", "Explain the role of membranes in cells", "Compare and contrast osmosis and diffusion", "Describe the stages of transport"], drafts.Select(d => d.Body.Text));
        Assert.All(drafts, d => Assert.Contains(d.Body.Citations, c => printed.Contains(c.Quote, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("By the end of this section, you will be able to: Describe the cell cycle", "Describe the cell cycle")]
    [InlineData("students should be able to analyze a graph of demand", "Analyze a graph of demand")]
    [InlineData("Learn about the branches of government.", "Describe the branches of government")]
    [InlineData("Chapter 3 in your workbook", null)]
    public void A_printed_line_is_brought_to_one_verb(string line, string? objective)
    {
        Assert.Equal(objective, PrintedObjectives.Read(line)?.Text);
    }

    [Fact]
    public void An_objective_cites_its_own_section_even_where_a_glossary_defines_its_terms()
    {
        English.IsNeeded();
        var chunks = new[]
        {
            Make.Chunk("Osmosis moves water. Osmosis needs a membrane. Cells use osmosis. Roots depend on osmosis.", ["Cells", "Osmosis"]),
            Make.Chunk("osmosis: flow of water across a membrane that lets some matter pass", ["Cells", "Key Terms"], 1),
        };
        var table = FactTable.From(chunks, English.Lexicon);
        var drafts = new ObjectiveWriter(table, new Dictionary<Guid, string>()).Write(table.Sections[0]);

        Assert.NotEmpty(drafts);
        Assert.All(drafts.SelectMany(d => d.Body.Citations), c => Assert.Equal(chunks[0].Id, c.ChunkId));
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
