using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Tutor.Sources;

/// <summary>From upload to the end, with the real worker.</summary>
public sealed class IngestingASource(TutorApp app) : IClassFixture<TutorApp>
{
    private const string Text = "# Cells\n\nA cell is the smallest unit of life.\n\n## Membranes\n\nA membrane is a thin layer that surrounds the cell.\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_file_becomes_ready_with_its_blocks_and_chunks()
    {
        var course = await TestCourse.AddAsync(app);

        var source = await course.IngestAsync("cells.md", Text);

        Assert.Equal((SourceState.Ready, 1.0, null), (source.State, source.Progress, source.Failure));
        await using var db = app.NewContext();
        Assert.Equal(4, await db.SourceBlocks.CountAsync(b => b.SourceId == source.Id, Ct));
        Assert.Equal(source.ChunkCount, await db.Chunks.CountAsync(c => c.SourceId == source.Id, Ct));
        Assert.True(source.ChunkCount > 0);
    }

    [Fact]
    public async Task A_file_without_text_fails_with_a_reason_and_what_to_do()
    {
        var course = await TestCourse.AddAsync(app);

        var source = await course.IngestAsync("empty.md", "   \n\n");

        Assert.Equal(SourceState.Failed, source.State);
        Assert.Equal("no-text", source.Failure!.Code);
        Assert.NotEmpty(source.Failure.Action);
    }

    [Fact]
    public async Task Ingesting_again_makes_nothing_twice()
    {
        var course = await TestCourse.AddAsync(app);
        var source = await course.IngestAsync("cells.md", Text);
        await using var db = app.NewContext();
        var before = await db.Chunks.Where(c => c.SourceId == source.Id).Select(c => c.Id).ToListAsync(Ct);

        await app.Services.GetRequiredService<SourceService>().RetryAsync(source.Id, Ct);
        Assert.Equal(SourceState.Ready, (await course.EndOfAsync(source.Id)).State);

        Assert.Equal(before.Order(), (await db.Chunks.Where(c => c.SourceId == source.Id).Select(c => c.Id).ToListAsync(Ct)).Order());
    }

    [Fact]
    public async Task A_deleted_source_takes_its_chunks_with_it()
    {
        var course = await TestCourse.AddAsync(app);
        var source = await course.IngestAsync("cells.md", Text);

        await app.Services.GetRequiredService<SourceService>().DeleteAsync(source.Id, Ct);

        await using var db = app.NewContext();
        Assert.False(await db.Chunks.AnyAsync(c => c.SourceId == source.Id, Ct));
    }
}
