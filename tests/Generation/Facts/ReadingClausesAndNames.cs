using Xunit;

namespace Tutor.Facts;

public sealed class ReadingClausesAndNames
{
    [Theory]
    [InlineData("Osmosis moves water across a membrane. It requires pressure on one side of the cell.", "osmosis", "requires", "pressure on one side of the cell")]
    [InlineData("Ribosomes are small bodies in the cell. They build proteins from amino acids.", "ribosomes", "build", "proteins from amino acids")]
    [InlineData("Photosynthesis is a process of green plants. This process stores the energy of light.", "photosynthesis", "stores", "the energy of light")]
    public void A_pronoun_is_read_as_the_subject_before_it_and_both_sentences_are_cited(string text, string term, string verb, string statement)
    {
        English.IsNeeded();
        var fact = English.Facts(text).Facts.Single(f => f.Term == term && f.Verb == verb);

        Assert.Equal(statement, fact.Statement);
        Assert.EndsWith(fact.Evidence.Text, text, StringComparison.Ordinal);
        Assert.StartsWith(Assert.Single(fact.Support).Text, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ribosomes build proteins from amino acids. It needs energy from the cell.")]
    [InlineData("Osmosis moves water across a membrane. It is important to keep the solution cold.")]
    [InlineData("Osmosis moves water across a membrane. This finding changed the field of biology.")]
    [InlineData("Teachers help pupils. Sociology asks questions of society. It teaches them a way to think.")]
    [InlineData("Does osmosis need energy? It moves water across a membrane.")]
    public void A_pronoun_that_may_stand_for_something_else_states_nothing(string text)
    {
        Assert.DoesNotContain(English.Facts(text).Facts, f => f.Support.Count > 0);
    }

    [Theory]
    [InlineData("The axon carries signals to other cells, and the dendrites receive signals from their neighbours.", "dendrites", "receive")]
    [InlineData("Although arteries carry blood away from the heart, the veins bring blood back to the lungs.", "arteries", "carry")]
    [InlineData("The brain needs dendrites, which receive signals from other neurons.", "dendrites", "receive")]
    [InlineData("The liver stores glycogen and filters poisons from the blood.", "liver", "filters")]
    public void Every_clause_that_stands_by_itself_states_something(string sentence, string term, string verb)
    {
        English.IsNeeded();

        Assert.Contains(English.Facts(sentence).Facts, f => f.Term == term && f.Verb == verb);
    }

    [Theory]
    [InlineData("If the valve closes, the pressure rises, and the pump stops at the limit of its range.", "pump")]
    [InlineData("The nerves reach the muscles, organs, and senses in the periphery of the body.", "nerves", "senses")]
    [InlineData("Conception occurs when a sperm fertilizes an egg and forms a zygote.", "conception", "forms")]
    public void What_hangs_on_another_clause_states_nothing(string sentence, string term, string? verb = null)
    {
        Assert.DoesNotContain(English.Facts(sentence).Facts, f => f.Term == term && (verb is null || f.Verb == verb));
    }

    [Theory]
    [InlineData("Festinger defined cognitive dissonance as discomfort that arises from conflicting beliefs.", "cognitive dissonance", "discomfort that arises from conflicting beliefs")]
    [InlineData("The term senescence refers to the gradual decline of a living body.", "senescence", "the gradual decline of a living body")]
    [InlineData("Geologists use the term magma to describe molten rock that lies beneath the surface.", "magma", "molten rock that lies beneath the surface")]
    [InlineData("Inflation is a term used to describe a general rise in prices.", "inflation", "a general rise in prices")]
    [InlineData("Axons are wrapped in a layer of fatty tissue called myelin.", "myelin", "a layer of fatty tissue")]
    [InlineData("Cells use a process called osmosis, in which water crosses a membrane.", "osmosis", "a process in which water crosses a membrane")]
    [InlineData("A related process is erosion, in which water carries soil away.", "erosion", "a process in which water carries soil away")]
    [InlineData("People experience downward mobility when they move to a lower class.", "downward mobility", "when people move to a lower class")]
    [InlineData("Some firms reach a monopoly, a state of the market in which one seller sets the price.", "monopoly", "a state of the market in which one seller sets the price")]
    public void A_name_may_stand_anywhere_beside_what_it_names(string sentence, string term, string statement)
    {
        English.IsNeeded();
        var fact = English.Facts(sentence).Facts.First(f => f.Kind == FactKind.Definition);

        Assert.Equal((term, statement), (fact.Term, fact.Statement));
    }

    [Theory]
    [InlineData("Scientists found a type of neuron called a mirror neuron.")]
    [InlineData("She is studying law enforcement, a field that seeks bilingual employees.")]
    [InlineData("The case began with the murder of a young woman named Kitty Marlow.")]
    [InlineData("Conservation is the idea that even if people pour water into another glass.")]
    [InlineData("The shop sold apples, a pear, and a book.")]
    [InlineData("Theorists study the construction of reality, a process in which people create reality.")]
    public void A_name_beside_something_else_is_not_defined_by_it(string sentence)
    {
        Assert.DoesNotContain(English.Facts(sentence).Facts, f => f.Kind == FactKind.Definition);
    }

    [Fact]
    public void What_is_called_so_in_the_next_sentence_happens_in_it()
    {
        English.IsNeeded();
        var fact = English.Facts("Water carries loose soil into the valley. This is known as erosion.").Facts.Single(f => f.Term == "erosion");

        Assert.Equal(("in", "water carries loose soil into the valley"), (fact.Verb, fact.Statement));
        Assert.Equal("This is known as erosion.", Assert.Single(fact.Support).Text);
    }

    [Theory]
    [InlineData("Jean Piaget studied children. Later, Piaget developed a theory of the stages of thought.", "Jean Piaget", "developed")]
    [InlineData("Ada Palmer was a chemist in Leeds. She proposed a new model of the atom.", "Ada Palmer", "proposed")]
    [InlineData("Max Weber wrote much. According to Weber, the power of a state rests on its claim to force.", "Max Weber", "holds that")]
    public void A_claim_belongs_to_the_whole_name_wherever_it_stands(string text, string person, string verb)
    {
        English.IsNeeded();
        var claim = English.Facts(text).Facts.Single(f => f.Kind == FactKind.Claim && f.Verb == verb);

        Assert.Equal(person, claim.Other);
        Assert.Contains(person, Assert.Single(claim.Support).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_name_that_two_people_bear_names_nobody()
    {
        Assert.DoesNotContain(English.Facts("Anna Freud treated children. Sigmund Freud worked in Vienna. Freud proposed a theory of the mind.").Facts, f => f.Kind == FactKind.Claim);
    }

    [Theory]
    [InlineData("The Voting Rights Act prohibited literacy tests in all states.", "Voting Rights Act", "prohibited")]
    [InlineData("The Treaty was signed in a railway car.", null, null)]
    [InlineData("The Second Empire Movement changed them in many ways.", null, null)]
    public void Laws_and_wars_are_told_in_the_past(string sentence, string? term, string? verb)
    {
        English.IsNeeded();
        var fact = English.Facts(sentence).Facts.SingleOrDefault(f => f.Pattern == "did");

        Assert.Equal((term, verb), (fact?.Term, fact?.Verb));
    }

    [Fact]
    public void Parts_that_a_thing_has_are_read_behind_their_number()
    {
        English.IsNeeded();
        var fact = English.Facts("Attitudes have three components: an affective component, a behavioral component, and a cognitive component.").Facts.Single(f => f.Kind == FactKind.Enumeration);

        Assert.Equal(("attitudes", "components", "three"), (fact.Term, fact.Other, fact.Value));
        Assert.Equal(3, fact.Members.Count);
    }
}
