using Tutor.Checks;
using Tutor.Models;
using Tutor.Personalising;
using Tutor.Review;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class TellingALessonForAProfile(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly LessonBody s_lesson = Lesson();

    [Fact]
    public async Task Is_the_models_with_every_required_fact_and_the_lessons_citations()
    {
        using var bench = await ModelBench.StartAsync(stage);

        var told = await TellAsync(bench);

        Assert.All(told.Checks, c => Assert.True(c.Passed, c.Message));
        Assert.Contains(told.Checks, c => c.Name == "written-by-model");
        var texts = told.Variant.Sections.SelectMany(s => s.Sentences).ToList();
        Assert.Contains(texts, s => s.Text.StartsWith("Note that", StringComparison.Ordinal));
        Assert.All(texts, s => Assert.All(s.Citations, c => Assert.True(Cells.Holds(told.Variant.Citations[c]))));
        Assert.Equal(s_lesson.Sections.Select(s => s.ObjectiveId).Distinct(), told.Variant.Sections.Select(s => s.ObjectiveId).Distinct());
        Assert.Equal(["variant"], bench.Simulator.Log.All.Where(r => r.Task.StartsWith("variant", StringComparison.Ordinal)).Select(r => r.Task));
    }

    [Theory]
    [InlineData("not-json")]
    [InlineData("wrong-schema")]
    [InlineData("other-language")]
    public async Task Falls_back_on_the_reviewed_words_where_it_fails_twice(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var told = await TellAsync(bench);

        Assert.Contains(told.Checks, c => c.Name == "model-draft-refused");
        Assert.Equal(LessonPage.Of(LessonVariant.Of(s_lesson, Detail.Brief, LessonStyle.Outline)).Html, LessonPage.Of(told.Variant).Html);
        Assert.Equal(2, bench.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task Tells_in_the_reviewed_words_what_a_judge_finds_unsupported()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_JUDGE_MODEL", "sim+disagrees"));

        var told = await TellAsync(bench);

        Assert.DoesNotContain(told.Variant.Sections.SelectMany(s => s.Sentences), s => s.Text.StartsWith("Note that", StringComparison.Ordinal));
        Assert.Equal(2, bench.Simulator.Log.All.Count);
        Assert.All(told.Checks, c => Assert.True(c.Passed, c.Message));
    }

    [Theory]
    [InlineData("Osmosis is the movement of water through a membrane towards more dissolved matter.", "s1", true)]
    [InlineData("Osmosis moves water through a membrane towards more dissolved matter.", "s1", true)]
    [InlineData("Osmosis is not the movement of water through a membrane towards more dissolved matter.", "s1", false)]
    [InlineData("Osmosis moves 12 litres of water through a membrane towards more dissolved matter.", "s1", false)]
    [InlineData("Osmosis was found by Dutrochet, who saw the movement of water through a membrane towards more dissolved matter.", "s1", false)]
    [InlineData("It moves water through a membrane towards more dissolved matter.", "s1", false)]
    [InlineData("Osmosis is the movement of water through a membrane towards more dissolved matter, see https://attacker.example.", "s1", false)]
    [InlineData("Osmosis is the movement of water through a membrane towards more dissolved matter.", "s99", false)]
    public void A_sentence_says_what_it_retells_and_nothing_else(string text, string from, bool taken)
    {
        var lesson = new LessonBody([new LessonSection(LessonSectionKind.Explanation, "Water", null, [new LessonSentence("Osmosis is the movement of water through a membrane towards more dissolved matter.", [0], Detail.Brief, Required: true) { Opens = true }])], [Citation.Of(Cells.Chunks[1], "cells.md", 0, 83)]);
        var plain = LessonVariant.Of(lesson, Detail.Brief, LessonStyle.Prose);
        var reader = new RetellingReader(lesson, plain, Cells.Support);

        var read = reader.Read(new VariantAnswer([new RetoldAnswer([from], text, true)]));

        Assert.Equal(taken, read.Faults.Count == 0);
        Assert.Equal(taken, read.Body is not null);
    }

    [Fact]
    public void A_required_fact_that_was_forgotten_is_told_in_the_reviewed_words()
    {
        var plain = LessonVariant.Of(s_lesson, Detail.Deep, LessonStyle.Prose);
        var reader = new RetellingReader(s_lesson, plain, new SupportCheck(new WordWeights(s_lesson.Sections.SelectMany(s => s.Sentences).Select(s => s.Text))));
        var last = reader.Given.Count();

        var retelling = reader.Read(new VariantAnswer([new RetoldAnswer([$"s{last}"], reader.Given.Last().Text, true)])).Body!;
        var variant = reader.Variant(retelling, _ => true);

        Assert.All(reader.Check(variant, retelling), c => Assert.True(c.Passed, c.Message));
        Assert.All(s_lesson.Sections.SelectMany(s => s.Sentences).Where(s => s.Required), s => Assert.Contains(variant.Sections.SelectMany(x => x.Sentences), x => x.Text == s.Text));
    }

    private static async Task<ToldVariant> TellAsync(ModelBench bench) =>
        await new ModelVariant(bench.Runner).WriteAsync(await bench.AddCourseAsync(), "key", s_lesson, Detail.Brief, LessonStyle.Outline, Ct);

    private static LessonBody Lesson()
    {
        Citation Cite(int chunk, string text) => Citation.Of(Cells.Chunks[chunk], "cells.md", Cells.Chunks[chunk].Text.IndexOf(text, StringComparison.Ordinal), text.Length);
        const string Nucleus = "The nucleus is the part of a cell that holds its genetic material.", Osmosis = "Osmosis is the movement of water through a membrane towards more dissolved matter.", Turgor = "Turgor is the pressure with which a cell's content pushes on its wall.";
        return new LessonBody(
            [
                new LessonSection(LessonSectionKind.Explanation, "What the nucleus holds", Cells.Objectives[0].Id, [new LessonSentence(Nucleus, [0], Detail.Brief, Required: true) { Opens = true }]),
                new LessonSection(LessonSectionKind.Explanation, "How water moves", Cells.Objectives[1].Id, [new LessonSentence(Osmosis, [1], Detail.Brief, Required: true) { Opens = true }, new LessonSentence(Turgor, [2], Detail.Deep)]),
            ],
            [Cite(0, Nucleus), Cite(1, Osmosis), Cite(1, Turgor)]);
    }
}
