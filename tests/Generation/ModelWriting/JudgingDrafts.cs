using Tutor.Checks;
using Tutor.Items;
using Tutor.Models;
using Tutor.Review;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class JudgingDrafts(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_items_that_it_solves_as_they_are_meant_and_never_shows_it_the_key()
    {
        using var bench = await ModelBench.StartAsync(stage);

        var judged = await JudgeItemsAsync(bench, "ok");

        Assert.NotEmpty(judged.Kept);
        Assert.Empty(judged.Rejected);
        Assert.All(judged.Kept, i => Assert.True(i.Checks.Single(c => c.Name == "judge-agrees").Passed));
        Assert.DoesNotContain("isKey", bench.Simulator.Log.All[^1].Body, StringComparison.OrdinalIgnoreCase);
        var call = Assert.Single(await bench.CallsAsync(), c => c.Prompt == ItemJudge.PromptName);
        Assert.Equal(("Judge", "answered", judged.Bill.InputTokens, judged.Bill.OutputTokens), (call.Role, call.Outcome, call.InputTokens, call.OutputTokens));
    }

    [Fact]
    public async Task Rejects_items_for_which_it_quotes_another_option()
    {
        using var bench = await ModelBench.StartAsync(stage);

        var judged = await JudgeItemsAsync(bench, "disagrees");

        Assert.Empty(judged.Kept);
        Assert.All(judged.Rejected, r => Assert.Contains("another option", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_to_a_person_what_it_finds_no_answer_to()
    {
        using var bench = await ModelBench.StartAsync(stage);
        var stranger = new ItemBody("other", BloomLevel.Remember, "Who painted the ceiling of the chapel?", [.. "Angelo Bramante Cellini".Split(' ').Select((t, i) => new Choice(new Guid(i, 0, 0, new byte[8]), t, i == 0, []))], "", [Citation.Of(Cells.Chunks[0], "cells.md", 0, 20)]);

        var judged = await new ItemJudge(bench.Runner).JudgeAsync(Cells.Module(await bench.AddCourseAsync()), [new PooledItem(stranger, null, 1, [])], Ct);

        Assert.False(Assert.Single(judged.Kept).Checks.Single(c => c.Name == "judge-agrees").Passed);
    }

    [Theory]
    [InlineData("500", "model-server-error")]
    [InlineData("not-json", "model-wrong-shape")]
    [InlineData("empty", "model-empty")]
    public async Task That_is_away_leaves_the_checks_of_code_and_says_so(string mode, string outcome)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_JUDGE_MODEL", "sim+" + mode));

        var judged = await JudgeItemsAsync(bench, null);

        Assert.NotEmpty(judged.Kept);
        Assert.Equal(outcome, judged.Away?.Code);
        Assert.All(judged.Kept, i => Assert.True(i.Checks.Single(c => c.Name == "judge-away").Passed));
        Assert.Single(await bench.CallsAsync(), c => c.Role == "Judge");
    }

    [Theory]
    [InlineData("ok", true)]
    [InlineData("disagrees", false)]
    public async Task Takes_out_of_a_lesson_what_it_finds_unsupported_and_does_not_ask_about_the_materials_own_words(string mode, bool stays)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_JUDGE_MODEL", "sim+" + mode));
        var module = Cells.Module(await bench.AddCourseAsync(), Cells.Objectives);
        var lesson = (await new ModelLesson(bench.Runner).WriteAsync(module, Cells.Support, Ct)).Body!.Body;

        var judged = await new LessonJudge(bench.Runner).JudgeAsync(module, lesson, Ct);

        var own = lesson.Sections.SelectMany(s => s.Sentences).Where(s => s.Text.StartsWith("Remember that", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(own);
        var told = judged.Kept.Sections.SelectMany(s => s.Sentences).ToList();
        Assert.Equal(stays ? own.Count : 0, told.Count(own.Contains));
        Assert.Equal(lesson.Sections.Sum(s => s.Sentences.Count) - (stays ? 0 : own.Count), told.Count);
        Assert.DoesNotContain("[[begin s2 ", bench.Simulator.Log.All[^1].Body, StringComparison.Ordinal);
        Assert.All(new LessonChecks(Cells.Support, Cells.Chunks.ToDictionary(c => c.Id)).Check(judged.Kept, Cells.Objectives.Select(o => o.Id)), c => Assert.True(c.Passed, c.Message));
    }

    private static async Task<Judged<IReadOnlyList<PooledItem>>> JudgeItemsAsync(ModelBench bench, string? mode)
    {
        var module = Cells.Module(await bench.AddCourseAsync(), Cells.Objectives);
        var written = await new ModelItems(bench.Runner).WriteAsync(module, 4, [], Cells.ItemChecks, Cells.Support, Ct);
        if (mode is not null) bench.Simulator.Modes.Add(mode);
        return await new ItemJudge(bench.Runner).JudgeAsync(module, [.. written.Body!.Select(i => new PooledItem(i.Body, i.ObjectiveId, 1, i.Checks))], Ct);
    }
}
