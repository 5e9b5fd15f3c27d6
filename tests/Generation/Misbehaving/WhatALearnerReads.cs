using System.Text;
using System.Text.RegularExpressions;
using Tutor.ModelWriting;
using Tutor.Review;
using Tutor.Work;
using Xunit;

namespace Tutor.Misbehaving;

public sealed partial class WhatALearnerReads(ImpatientApp app) : IClassFixture<ImpatientApp>
{
    private static readonly byte[] s_material = Encoding.UTF8.GetBytes($"# Cells\n\n{string.Join("\n\n", Cells.Chunks.Select(c => $"## {c.Headings[^1]}\n\n{c.Text}"))}\n");

    public static TheoryData<string> Modes => [.. FaultRow.All.Select(r => r.Mode)];

    [Theory, MemberData(nameof(Modes))]
    public async Task Is_a_checked_lesson_and_quiz_whatever_the_endpoint_does(string mode)
    {
        var row = FaultRow.All.Single(r => r.Mode == mode);

        var course = await TaughtCourse.WriteAsync(app, mode, "cells.md", s_material);
        var (lesson, page, quiz) = await course.ReadAsync();

        // Seen: the subject, told from the material; nothing of the fault.
        var told = string.Join(' ', lesson.GetProperty("sentences").EnumerateArray().Select(s => s.GetProperty("text").GetString()));
        Assert.Contains("nucleus", told, StringComparison.OrdinalIgnoreCase);
        Assert.All(lesson.GetProperty("sentences").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("citations").EnumerateArray()));
        Assert.NotEmpty(quiz.GetProperty("items").EnumerateArray());
        Assert.DoesNotMatch(Fault(), told + page + quiz);
        // Stored.
        Assert.All(await course.GenerationsAsync(), g => Assert.True(g.State == WorkState.Ready, g.Failure?.Message));
        var written = Assert.Single(await course.RevisionsAsync(ReviewableKind.Lesson));
        Assert.Equal(row.Lesson, Of(written));
        Assert.All(written.Checks, c => Assert.True(c.Passed, c.Message));
        Assert.Equal(row.Stored, written.Checks.Select(c => c.Name).FirstOrDefault(n => n is "model-draft-refused" or "written-by-model") ?? "");
        Assert.Equal(row.Items == "model", (await course.RevisionsAsync(ReviewableKind.Item)).Any(i => Of(i) == "model"));
        // Counted.
        var calls = await course.CallsAsync();
        Assert.Equal([row.Counted], calls.Select(c => c.Outcome).Distinct());
        Assert.True(row.Counted != "answered" || calls[0].Tokens > 0);
        Assert.True(mode != "no-usage" || calls[0].Estimated);
    }

    [Fact]
    public void Is_told_by_the_table_of_the_documentation_as_it_is_here()
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "language-models.md"));

        Assert.Equal([], FaultRow.All.Select(r => r.Line).Where(line => !document.Contains(line, StringComparison.Ordinal)));
    }

    private static string Of(Revision revision) => revision.Writer == WriterName.Extractive ? "extractive" : "model";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tutor.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"Exception|model-[a-z]+|CANARY|attacker|Dieser Satz|sk-secret|   at Tutor", RegexOptions.None)]
    private static partial Regex Fault();
}
