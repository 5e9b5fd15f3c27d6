using Microsoft.EntityFrameworkCore;
using Tutor.Review;
using Tutor.Work;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class WritingACourse(ModelApp app) : IClassFixture<ModelApp>
{
    private const string Model = "default/sim";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Material => $"# Cells\n\n{string.Join("\n\n", Cells.Chunks.Select(c => $"## {c.Headings[^1]}\n\n{c.Text}"))}\n";

    [Fact]
    public async Task Is_done_by_the_model_once_and_names_it()
    {
        var course = await app.WriteCourseAsync(Material);

        var revisions = await RevisionsAsync(course);
        Assert.Equal([Model], revisions.Where(r => r.Kind != ReviewableKind.Item).Select(r => r.Writer).Distinct());
        Assert.Contains(revisions, r => r.Kind == ReviewableKind.Item && r.Writer == Model);
        Assert.All(revisions.SelectMany(r => r.Checks), c => Assert.True(c.Passed, c.Message));
        Assert.Contains(revisions.Where(r => r.Kind == ReviewableKind.Lesson).SelectMany(r => r.Checks), c => c.Name == "written-by-model");

        var asked = app.Simulator.Log.All.Count;
        await app.WriteAsync(course);
        Assert.Equal(asked, app.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task Goes_on_extractively_while_the_endpoint_fails()
    {
        app.Simulator.Modes.Add(Enumerable.Repeat("500", 40));

        var course = await app.WriteCourseAsync(Material.Replace("nucleus", "core", StringComparison.Ordinal));

        app.Simulator.Modes.Clear();
        await using var db = app.NewContext();
        Assert.Empty(await db.Generations.Where(g => g.CourseId == course && g.State == WorkState.Failed).ToListAsync(Ct));
        var revisions = await RevisionsAsync(course);
        Assert.NotEmpty(revisions);
        Assert.Equal([WriterName.Extractive], revisions.Select(r => r.Writer).Distinct());
    }

    [Fact]
    public async Task Keeps_out_what_a_model_was_told_by_the_material()
    {
        app.Simulator.Modes.Add(Enumerable.Repeat("obeys", 60));

        var course = await app.WriteCourseAsync(Material.Replace("nucleus", "kernel", StringComparison.Ordinal));

        app.Simulator.Modes.Clear();
        var revisions = await RevisionsAsync(course);
        Assert.NotEmpty(revisions);
        Assert.All(revisions, r => Assert.DoesNotContain("attacker.example", r.Body, StringComparison.Ordinal));
        Assert.All(revisions, r => Assert.Equal(WriterName.Extractive, r.Writer));
        Assert.Contains(revisions.Where(r => r.Kind == ReviewableKind.Lesson).SelectMany(r => r.Checks), c => c.Name == "model-draft-refused");
    }

    private async Task<List<(ReviewableKind Kind, string Writer, string Body, IReadOnlyList<CheckResult> Checks)>> RevisionsAsync(Guid course)
    {
        await using var db = app.NewContext();
        var rows = await db.Reviewables.Where(r => r.CourseId == course).Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => new { r.Kind, v.Writer, v.Body, v.Checks }).ToListAsync(Ct);
        return rows.ConvertAll(r => (r.Kind, r.Writer, r.Body, r.Checks));
    }
}
