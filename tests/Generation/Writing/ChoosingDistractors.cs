using Tutor.Facts;
using Xunit;

namespace Tutor.Writing;

public sealed class ChoosingDistractors
{
    /// <summary>Two kinds of rock stand together; a person, a tool and two festivals share the chapter with them.</summary>
    private static readonly string[] s_text =
    [
        "Igneous rock is a rock that forms when magma cools below the ground. Sedimentary rock is a rock that forms when layers of sand are pressed together. Metamorphic rock is a rock that forms when heat changes another rock below the ground. Igneous rock, sedimentary rock, and metamorphic rock turn into each other.",
        "A geologist is a person who studies how rock forms below the ground. A rock hammer is a tool that splits rock into small pieces. A harvest festival is a celebration that brings a village together in autumn. A spring festival is a celebration that brings a village together in the warm season.",
    ];

    private static FactTable Table() => English.Facts([.. s_text.Select((t, i) => Make.Chunk(t, ["Earth", "Rocks"], i))]);

    private static IReadOnlyList<ItemDraft> Items() => new ItemWriter(Table(), new Dictionary<Guid, string>()).Write(Table().Sections, [], 30);

    private static (CourseMeaning Meaning, TermNatures Natures, TermKeys Keys) Meaning()
    {
        var table = Table();
        var keys = new TermKeys(table.Lexicon);
        var natures = new TermNatures(table.Lexicon, keys, new TermBook(table));
        return (new CourseMeaning(table, keys, natures), natures, keys);
    }

    [Fact]
    public void Terms_with_one_head_or_genus_are_nearer_kin_than_others()
    {
        English.IsNeeded();
        var natures = Meaning().Natures;

        Assert.True(natures.Kinship("igneous rock", "sedimentary rock") > natures.Kinship("igneous rock", "harvest festival"));
    }

    [Fact]
    public void A_person_is_no_kin_of_a_thing()
    {
        English.IsNeeded();

        Assert.Equal(-1, Meaning().Natures.Kinship("geologist", "igneous rock"));
    }

    [Theory]
    [InlineData("type of rock that melts", "rock")]
    [InlineData("process by which magma cools", "process")]
    [InlineData("concerned with the age of rock", null)]
    [InlineData("lower than in the valley", null)]
    public void A_description_opens_with_the_noun_that_says_what_the_thing_is(string statement, string? genus)
    {
        English.IsNeeded();

        Assert.Equal(genus, Meaning().Natures.GenusOf(statement));
    }

    [Fact]
    public void A_kind_of_rock_stands_beside_the_other_kinds()
    {
        English.IsNeeded();
        var item = Items().First(i => i.Fact.Key == "igneous rock");

        Assert.True(item.Body.Choices.Count(c => c.Text.Contains("rock", StringComparison.Ordinal)) >= 3, string.Join(" | ", item.Body.Choices.Select(c => c.Text)));
    }

    [Theory]
    [InlineData("is compared to “street smarts.”", "is compared to “street smarts”")]
    [InlineData("is good that it was “plate", null)]
    [InlineData("state in which a person accepts a job with", null)]
    [InlineData("practice of leaving (often at night", null)]
    [InlineData("study that combines the results of many related studies", "study that combines the results of related studies")]
    [InlineData("pain that signals some type of damage", "pain that signals a type of damage")]
    [InlineData("animals that occasionally or permanently live in burrows", "animals that permanently live in burrows")]
    [InlineData("one’s awareness of the world", "one’s awareness of the world")]
    [InlineData("stream at a point", null)]
    [InlineData("painful feelings they experience", null)]
    public void Words_that_cannot_stand_alone_are_no_option(string statement, string? expected) => Assert.Equal(expected, OptionText.Of(statement));

    [Theory]
    [InlineData("a sudden burst of fast brain waves that may be important for memory", "a sudden burst of fast brain waves")]
    [InlineData("a testable prediction about how the world behaves, and it is worded as a conditional", "a testable prediction about how the world behaves")]
    [InlineData("a burst that may fade", "a burst that may fade")]
    public void What_a_definition_adds_about_some_of_the_things_is_left_out(string definition, string core) => Assert.Equal(core, OptionText.Core(definition));

    [Theory]
    [InlineData("kilns, ovens, and hearths", false)]
    [InlineData("kilns, ovens, and other works that hold a fire", true)]
    [InlineData("stronger sign of heat than smoke", false)]
    public void Instances_in_a_row_describe_nothing(string text, bool described)
    {
        English.IsNeeded();
        var fact = Table().Facts[0];

        Assert.Equal(described, Meaning().Natures.IsDescribed(new Option(text, new OptionForm(OptionKind.Description), "", fact)));
    }

    [Fact]
    public void What_is_dropped_is_accounted_for()
    {
        English.IsNeeded();
        var yield = new ItemWriter(Table(), new Dictionary<Guid, string>()).WriteAll(Table().Sections, [], 30);

        Assert.Equal(Table().Facts.Count, yield.Facts);
        Assert.Equal(yield.Questions, yield.Items.Count + yield.Losses.Values.Sum());
    }

    [Theory]
    [InlineData("genetic condition in which red blood cells", false)]
    [InlineData("genetic condition in which red blood cells change their shape", true)]
    [InlineData("ability to control that response", true)]
    public void A_statement_cut_before_its_verb_is_not_whole(string words, bool whole)
    {
        English.IsNeeded();

        Assert.Equal(whole, Meaning().Natures.IsComplete(words));
    }

    [Theory]
    [InlineData("lucid dream", true)]
    [InlineData("severe", false)]
    [InlineData("pays attention easily", false)]
    public void Only_a_noun_phrase_can_be_asked_about(string label, bool named)
    {
        English.IsNeeded();

        Assert.Equal(named, Meaning().Natures.IsNamed(label));
    }

    [Fact]
    public void A_description_against_something_it_does_not_name_is_no_option()
    {
        English.IsNeeded();
        var (_, natures, _) = Meaning();
        var fact = Table().Facts[0];

        Assert.False(natures.IsDescribed(new Option("less expensive but powerful drug", new OptionForm(OptionKind.Description), "x", fact)));
        Assert.True(natures.IsDescribed(new Option("powerful drug that eases pain", new OptionForm(OptionKind.Description), "x", fact)));
    }

    [Fact]
    public void Four_items_of_a_pool_have_their_keys_in_four_places()
    {
        English.IsNeeded();
        var items = Items().Take(4).Where(i => i.Body.Choices.Count == 4).ToList();

        Assert.NotEmpty(items);
        Assert.Equal(items.Count, items.Select(i => i.Body.Choices.ToList().FindIndex(c => c.IsKey)).Distinct().Count());
    }
}
