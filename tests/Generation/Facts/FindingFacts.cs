using Tutor.Language;
using Tutor.Sources;
using Xunit;

namespace Tutor.Facts;

public sealed class FindingFacts
{
    [Theory]
    [InlineData("Osmosis is the flow of water across a membrane.", "osmosis", "the flow of water across a membrane")]
    [InlineData("Sexism refers to prejudiced beliefs that value one sex over another.", "sexism", "prejudiced beliefs that value one sex over another")]
    [InlineData("A change in the genes of a cell is called a mutation.", "mutation", "a change in the genes of a cell")]
    [InlineData("The cochlea, a tube that is filled with fluid, lies in the inner ear.", "cochlea", "a tube that is filled with fluid")]
    [InlineData("Consciousness is our awareness of the world.", "consciousness", "awareness of the world")]
    [InlineData("An algorithm is a formula that gives you a result, and it is often long.", "algorithm", "a formula that gives people a result")]
    [InlineData("When an animal gets food each time it acts, it is called continuous reinforcement.", "continuous reinforcement", "when an animal gets food each time it acts")]
    [InlineData("Small birds perform safety displays: movements that tell a hunter it has been seen.", "safety displays", "movements that tell a hunter it has been seen")]
    [InlineData("Surface tension, or the force that holds a drop together, depends on heat.", "surface tension", "the force that holds a drop together")]
    public void A_definition_is_found_with_its_term_and_cut_clean(string sentence, string term, string statement)
    {
        English.IsNeeded();
        var fact = English.Facts(sentence).Facts.First(f => f.Kind == FactKind.Definition);

        Assert.Equal((term, statement), (fact.Term, fact.Statement));
    }

    [Theory]
    [InlineData("From Biology Today by the Open Press, CC BY 4.0. Adapted: figures removed.")]
    [InlineData("A cell is a unit of life. © 2024 The Open Press. All rights reserved.")]
    public void Nothing_is_taken_from_a_line_about_the_licence(string line)
    {
        Assert.Empty(English.Facts(line).Sentences);
    }

    [Theory]
    [InlineData("It is the flow of water across a membrane.")]
    [InlineData("This process is a flow of water across a membrane.")]
    [InlineData("Is osmosis a flow of water across a membrane?")]
    [InlineData("The osmosis shown in Figure 3 is a flow of water across a membrane.")]
    [InlineData("The reason is a flow of water across a membrane.")]
    [InlineData("According to vitalism, osmosis is a flow of life across a membrane.")]
    [InlineData("Many settlers were free traders: merchants who wanted to escape the guilds.")]
    [InlineData("Bakers also use the word osmosis to describe the soaking of bread in milk.")]
    [InlineData("Osmosis is an important part of the life of cells.")]
    [InlineData("Osmosis is not a flow of sugar across a membrane.")]
    [InlineData("Wilhelm Wundt was a psychologist who worked in Leipzig.")]
    public void What_cannot_stand_alone_or_says_nothing_defines_nothing(string sentence)
    {
        English.IsNeeded();

        Assert.DoesNotContain(English.Facts(sentence).Facts, f => f.Kind == FactKind.Definition);
    }

    [Theory]
    [InlineData("The mantle theory holds that the crust of the earth floats on a softer layer.", "the mantle theory", "that the crust of the earth floats on a softer layer")]
    [InlineData("According to the germ theory of disease, small organisms spread illness from one body to another.", "the germ theory of disease", "that small organisms spread illness from one body to another")]
    public void What_a_theory_holds_is_a_claim_of_the_theory(string sentence, string theory, string statement)
    {
        English.IsNeeded();
        var fact = English.Facts(sentence).Facts.Single(f => f.Pattern == "theory-holds");

        Assert.Equal((theory, statement), (fact.Other, fact.Statement));
    }

    [Theory]
    [InlineData("The theory states that the crust of the earth floats on a softer layer.")]
    [InlineData("The new report states that the crust of the earth floats on a softer layer.")]
    public void What_is_no_named_theory_holds_nothing(string sentence)
    {
        English.IsNeeded();

        Assert.DoesNotContain(English.Facts(sentence).Facts, f => f.Pattern == "theory-holds");
    }

    [Fact]
    public void A_table_with_an_empty_corner_says_nothing_of_its_row_labels()
    {
        English.IsNeeded();
        const string table = " | Granite | Basalt\nColour of the rock | pale | dark\nPlace of origin | deep below | near the surface";
        var chunk = new Chunk { Id = new Guid(9, 0, 0, new byte[8]), Text = table, Headings = ["Rocks"], Parts = [new ChunkPart(BlockKind.Table, 0, table.Length, 0) { HasHeader = true }], Lines = [], Hash = "t" };

        Assert.DoesNotContain(English.Facts([chunk]).Facts, f => f.Pattern == "table-row");
    }

    [Fact]
    public void A_row_after_a_colon_gives_whole_kind_and_members()
    {
        English.IsNeeded();
        var fact = English.Facts("There are three types of muscle: cardiac muscle, smooth muscle, and skeletal muscle.").Facts.Single(f => f.Kind == FactKind.Enumeration);

        Assert.Equal("muscle", fact.Term);
        Assert.Equal("types", fact.Other);
        Assert.Equal(["cardiac muscle", "smooth muscle", "skeletal muscle"], fact.Members);
    }

    [Fact]
    public void Properties_causes_comparisons_and_claims_are_told_apart()
    {
        English.IsNeeded();
        var facts = English.Facts(
            "The hippocampus stores new memories in the cortex. Chronic stress causes damage to the hippocampus.",
            "Fear involves a reaction to a present threat, whereas anxiety involves worry about the future.",
            "Jean Piaget proposed a theory of cognitive development.").Facts;

        Assert.Contains(facts, f => f is { Kind: FactKind.Property, Term: "hippocampus", Verb: "stores" });
        Assert.Contains(facts, f => f is { Kind: FactKind.Cause, Term: "chronic stress" });
        Assert.Contains(facts, f => f is { Kind: FactKind.Comparison, Term: "fear", Other: "anxiety" });
        Assert.Contains(facts, f => f is { Kind: FactKind.Claim, Other: "Jean Piaget" });
    }

    [Fact]
    public void Rows_of_a_glossary_define_what_another_section_teaches()
    {
        English.IsNeeded();
        var facts = English.Facts([
            Make.Chunk("The axon carries the signal. An axon can be long. The axon ends in buttons.", ["Cells", "Neurons"]),
            Make.Chunk("axon: long fibre that carries a signal away from the cell body\n\nsoma: cell body of a neuron that holds its nucleus", ["Cells", "Key Terms"], ordinal: 1),
        ]).Facts;

        var axon = Assert.Single(facts, f => f is { Kind: FactKind.Definition, Key: "axon" });
        Assert.Equal("glossary", axon.Pattern);
        Assert.Equal("Neurons", axon.Section.Title);
        Assert.Equal("axon: long fibre that carries a signal away from the cell body", axon.Evidence.Text);
    }

    [Fact]
    public void Text_behind_a_list_of_objectives_belongs_to_its_section()
    {
        English.IsNeeded();
        const string list = "Define osmosis\nDescribe the membrane of a cell";
        var body = "Osmosis is the flow of water across a membrane. " + string.Join(' ', Enumerable.Repeat("Cells take up water from the soil and lose it to the air.", 4));
        var chunk = new Chunk { Id = Guid.NewGuid(), Text = list + "\n\n" + body, Headings = ["Cells", "Learning Objectives"], Parts = [new ChunkPart(BlockKind.List, 0, list.Length, 0), new ChunkPart(BlockKind.Paragraph, list.Length + 2, body.Length, 1)], Lines = [], Hash = "o" };
        var table = English.Facts([chunk]);

        Assert.Equal(["Define osmosis", "Describe the membrane of a cell"], table.Objectives.Select(o => o.Text));
        Assert.Equal("Cells", Assert.Single(table.Facts, f => f.Kind == FactKind.Definition).Heading);
    }

    [Fact]
    public void A_tables_cells_belong_to_their_row_and_column()
    {
        English.IsNeeded();
        const string table = "Planet | Moons | Colour\nMars | 2 | red\nEarth | 1 | blue\nVenus | 0 | yellow";
        var chunk = new Chunk { Id = Guid.NewGuid(), Text = table, Headings = ["Space"], Parts = [new ChunkPart(BlockKind.Table, 0, table.Length, 0) { HasHeader = true }], Lines = [], Hash = "t" };
        var facts = English.Facts([chunk]).Facts;

        Assert.Contains(facts, f => f is { Kind: FactKind.Number, Term: "Mars", Other: "Moons", Value: "2" } && f.Evidence.Text == "Mars | 2 | red");
        Assert.Contains(facts, f => f is { Kind: FactKind.Property, Term: "Venus", Other: "Colour", Statement: "yellow" });
    }

    [Fact]
    public void A_numbered_list_under_steps_is_a_process_in_order()
    {
        English.IsNeeded();
        const string intro = "The steps of photosynthesis are:", list = "light is absorbed\nwater is split\nsugar is built";
        var text = intro + "\n\n" + list;
        var chunk = new Chunk { Id = Guid.NewGuid(), Text = text, Headings = ["Plants"], Parts = [new ChunkPart(BlockKind.Paragraph, 0, intro.Length, 0), new ChunkPart(BlockKind.List, intro.Length + 2, list.Length, 1) { Ordered = true }], Lines = [], Hash = "l" };
        var process = English.Facts([chunk]).Facts.Single(f => f.Kind == FactKind.Process);

        Assert.Equal("photosynthesis", process.Term);
        Assert.Equal(["light is absorbed", "water is split", "sugar is built"], process.Members);
    }

    [Fact]
    public void Inside_a_story_only_plain_definitions_count()
    {
        English.IsNeeded();
        var facts = English.Facts("Imagine that a dog hears a bell. The bell triggers hunger in the dog. A stimulus is an event that reaches the senses.").Facts;

        Assert.DoesNotContain(facts, f => f.Kind is FactKind.Property or FactKind.Cause);
        Assert.Contains(facts, f => f is { Kind: FactKind.Definition, Term: "stimulus" });
    }

    [Fact]
    public void Acronym_and_long_form_are_one_term()
    {
        English.IsNeeded();
        var terms = English.Facts("The central nervous system (CNS) controls the body. The CNS is a network of cells that process signals. The central nervous system grows.").Terms;

        Assert.Contains("cns", terms.Single(t => t.Key == "central nervous system").Aliases);
    }

    [Fact]
    public void Every_quote_stands_in_its_chunk_and_the_same_chunks_give_the_same_table()
    {
        const string text = "Osmosis is the flow of water across a membrane (Lee, 2003). Cells that lose water are called shrunken cells.\n\nThe membrane controls the flow of water into the cell.";
        var (a, b) = (English.Facts(text), English.Facts(text));

        Assert.All(a.Facts, f => Assert.Equal(f.Evidence.Text, f.Evidence.Chunk.Text.Substring(f.Evidence.Start, f.Evidence.Length)));
        Assert.Equal(a.Facts.Select(f => (f.Kind, f.Term, f.Statement, f.Score)), b.Facts.Select(f => (f.Kind, f.Term, f.Statement, f.Score)));
        Assert.Equal(a.Terms.Select(t => (t.Key, t.Score)), b.Terms.Select(t => (t.Key, t.Score)));
    }

    [Theory]
    [InlineData("Die Osmose ist der Fluss von Wasser durch eine Membran. Sie ist für Zellen wichtig. Der Vorgang braucht keine Energie.")]
    [InlineData("細胞は分裂する。浸透とは、水が膜を通って流れることである。")]
    [InlineData("")]
    [InlineData("((( ”“ ... — 12 % !!! a")]
    public void Another_language_or_rubbish_gives_no_nonsense(string text) => Assert.Empty(English.Facts(text).Facts);

    [Fact]
    public void Without_a_dictionary_the_plainest_definitions_are_still_found()
    {
        var table = FactTable.From([Make.Chunk("Osmosis is defined as the flow of water across a membrane.", ["Cells"])], Lexicon.Structural);

        Assert.Contains(table.Facts, f => f is { Kind: FactKind.Definition, Term: "osmosis" });
    }
}
