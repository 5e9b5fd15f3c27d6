using Xunit;

namespace Tutor.Retrieval;

/// <summary>What people type, on courses where one passage is the answer.</summary>
public sealed class ReadingQueries(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>, IAsyncLifetime
{
    private ACourse _course = null!;

    public async ValueTask InitializeAsync() => _course = await database.ACourseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Quoted_words_are_looked_for_in_a_row()
    {
        await _course.ReadyAsync(
            "Memory is at work when memory works: working on memory, memory keeps working, and working memory-like tasks tire us.",
            "Models differ. In one of them the working memory holds about four chunks for a short time.",
            "Nothing about it here.");

        Assert.StartsWith("Models differ", await FirstAsync("\"the working memory\""), StringComparison.Ordinal);
        Assert.StartsWith("Models differ", await FirstAsync("What does “The Working-Memory holds” mean for memory, working and work?"), StringComparison.Ordinal);
        Assert.Equal(3, (await _course.SearchAsync("\"nowhere in the course\" \"memory")).Count);
        Assert.Equal(3, (await _course.SearchAsync("\"to be or not to be\"")).Count);
    }

    [Theory]
    [InlineData("What happens in REM?")]
    [InlineData("rem")]
    public async Task An_abbreviation_finds_what_only_its_long_form_says(string query)
    {
        await _course.ReadyAsync(
            "Sleep has stages. One of them is rapid eye movement (REM), as it is called in every book.",
            "Dreams are vivid while the rapid movement of each eye lasts: rapid eye movement is the stage of dreams.",
            "Alpha waves come first.", "Beta waves are for people who are awake.", "Delta waves are slow.", "Theta waves too.");

        var found = (await _course.SearchAsync(query)).Take(2).Select(p => p.Chunk.Ordinal).Order();

        Assert.Equal([0, 1], found);
    }

    [Fact]
    public async Task A_long_form_finds_what_only_the_abbreviation_says()
    {
        await _course.ReadyAsync(
            "Post-traumatic stress disorder (PTSD) follows a shock.", "Veterans suffer from PTSD for years.", "Order is kept by the police.", "Strain is another matter.", "Nothing.");

        Assert.Equal([0, 1], (await _course.SearchAsync("posttraumatic stress disorder")).Take(2).Select(p => p.Chunk.Ordinal).Order());
        Assert.Equal([0, 1], (await _course.SearchAsync("Post-Traumatic Stress Disorder")).Take(2).Select(p => p.Chunk.Ordinal).Order());
    }

    [Fact]
    public async Task A_small_word_is_no_abbreviation_unless_it_is_in_capitals()
    {
        await _course.ReadyAsync(
            "The World Health Organization (WHO) has rules.", "Who was Freud? A physician who wrote much of it.", "The world has an organisation for health.", "Nothing.", "Nothing more.");

        Assert.Equal(1, (await _course.SearchAsync("who was Freud"))[0].Chunk.Ordinal);
        Assert.Equal(0, (await _course.SearchAsync("the WHO"))[0].Chunk.Ordinal);
    }

    [Theory]
    [InlineData("self-esteem")]
    [InlineData("self esteem")]
    [InlineData("selfesteem")]
    [InlineData("Self‑Esteem")]
    public async Task A_compound_is_found_with_hyphen_apart_and_in_one_word(string query)
    {
        await _course.ReadyAsync("Other people hold us in esteem.", "What self-esteem is was asked often.", "The self is not the soul.", "It takes self esteem to ask.", "Nothing.");

        Assert.Equal(query == "selfesteem" ? [1] : [1, 3], (await _course.SearchAsync(query)).Take(query == "selfesteem" ? 1 : 2).Select(p => p.Chunk.Ordinal).Order());
    }

    [Theory]
    [InlineData("hypotheses", "A hypothesis is tested.")]
    [InlineData("hypothesis", "Two hypotheses were tested.")]
    [InlineData("the stimulus", "Stimuli come and go.")]
    [InlineData("children", "A child learns.")]
    [InlineData("theories", "One theory stands.")]
    [InlineData("synapse", "Synapses meet here.")]
    public async Task One_and_many_are_the_same_word(string query, string text)
    {
        await _course.ReadyAsync("Alpha is nothing.", "Beta is tested.", text, "Gamma comes and goes.");

        Assert.Equal(text, await FirstAsync(query));
    }

    [Theory]
    [InlineData("ihppocampus")]
    [InlineData("bippocampus")]
    [InlineData("ippocampus")]
    [InlineData("hippocampuss")]
    [InlineData("what does the hipopcampus do")]
    [InlineData("reinforcememt")]
    [InlineData("renforcement")]
    public async Task A_letter_wrong_missing_too_many_or_exchanged_is_forgiven_anywhere_in_the_word(string query)
    {
        await _course.ReadyAsync("Neurons pass signals.", "Nothing of the kind.", "The hippocampus turns experiences into memories; reinforcement is something else.", "It does what it can.", "Schedule.");

        Assert.StartsWith("The hippocampus", await FirstAsync(query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_paragraph_finds_its_like()
    {
        await _course.ReadyAsync(
            "Sanctions uphold norms. A fine is a formal one; a frown or a laugh is informal, and both tell us how to behave.",
            "Neurons fire when the potential at their membrane reaches a threshold, and the signal runs down the axon.",
            "Sleep comes in stages. The deepest has slow waves, and in another the eyes move rapidly and dreams are vivid.",
            "Folkways are norms of everyday life, such as how to greet people or what to wear, and nobody is jailed for breaking them.");

        var paragraph = """
            I was told as a child how to greet people and what to wear to a wedding. Nobody would have put me in jail for coming in boots, but people
            would have stared. My grandmother said that this was simply what one does. Is there a name for such rules of everyday life, that people
            follow without thinking, and that people only notice when somebody breaks them? People I asked did not know what people call it.
            """;
        Assert.Equal(3, (await _course.SearchAsync(paragraph))[0].Chunk.Ordinal);
    }

    private async Task<string> FirstAsync(string query) => (await _course.SearchAsync(query))[0].Chunk.Text;
}
