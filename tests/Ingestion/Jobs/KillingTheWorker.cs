using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tutor.Sources;
using Xunit;

namespace Tutor.Jobs;

/// <summary>A web process that takes uploads, and workers of their own beside it that die without a word.</summary>
public sealed class KillingTheWorker(KillingTheWorker.WebOnly app) : IClassFixture<KillingTheWorker.WebOnly>
{
    public sealed class WebOnly : TutorApp
    {
        protected override string ServerRoles => "web";
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SourceState.Parsing)]
    [InlineData(SourceState.Embedding)]
    public async Task In_the_middle_of_an_ingestion_costs_nothing_but_time(SourceState moment)
    {
        var course = await TestCourse.AddAsync(app);
        var source = (await course.UploadAsync($"{moment}.md", LongText(moment.ToString()))).Source!;
        using (var first = StartWorker())
        {
            await UntilAsync(source.Id, moment);
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync(Ct);
        }
        Assert.NotEqual(SourceState.Ready, (await ReadAsync(source.Id)).State);

        using var second = StartWorker();
        var ended = await course.EndOfAsync(source.Id);
        second.Kill(entireProcessTree: true);
        await second.WaitForExitAsync(Ct);

        Assert.Equal((SourceState.Ready, null), (ended.State, ended.Failure));
        await using var db = app.NewContext();
        var ordinals = await db.Chunks.Where(c => c.SourceId == source.Id).Select(c => c.Ordinal).OrderBy(o => o).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(0, ended.ChunkCount), ordinals);
        Assert.Equal(ended.ChunkCount, await db.Database.SqlQuery<int>($"select count(distinct v.chunk_id)::int as \"Value\" from chunk_vectors v join chunks c on c.id = v.chunk_id where c.source_id = {source.Id}").SingleAsync(Ct));
    }

    private Process StartWorker()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tutor.Server.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TUTOR_DATABASE"] = app.Database.ConnectionString;
        start.Environment["TUTOR_HOME"] = app.Home;
        start.Environment["TUTOR_ROLES"] = "worker";
        start.Environment["TUTOR_PORT"] = "0";
        start.Environment["TUTOR_LEASE_SECONDS"] = "6"; // Long enough that a busy machine does not lose a living worker's claim.
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task UntilAsync(Guid id, SourceState moment)
    {
        for (var n = 0; n < 3000; n++)
        {
            if ((await ReadAsync(id)).State == moment) return;
            await Task.Delay(10, Ct);
        }
        throw new TimeoutException($"The source did not reach {moment}.");
    }

    private async Task<Source> ReadAsync(Guid id)
    {
        await using var db = app.NewContext();
        return await db.Sources.AsNoTracking().SingleAsync(s => s.Id == id, Ct);
    }

    /// <summary>About 300,000 characters, so that there is a middle to be killed in.</summary>
    private static string LongText(string seed)
    {
        var text = new StringBuilder($"# {seed}\n\n");
        for (var i = 0; i < 2000; i++)
        {
            if (i % 40 == 0) text.Append(CultureInfo.InvariantCulture, $"## Section {i / 40}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"Paragraph {i} tells of cell {i * 7} and of the {i * 13} proteins in its membrane, which carry water, salt and sugar from one side to the other side.\n\n");
        }
        return text.ToString();
    }
}
