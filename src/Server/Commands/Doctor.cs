using Npgsql;
using Tutor.Language;
using Tutor.Models;
using Tutor.Parsing.Pdf;

namespace Tutor.Commands;

/// <summary>Says what is there, what is missing and what follows from it.</summary>
internal static class Doctor
{
    public static async Task<int> ExamineAsync(IServiceProvider services, TutorSettings settings, TextWriter output, CancellationToken ct)
    {
        var well = true;
        async Task CheckAsync(string what, Func<Task<string>> examine)
        {
            try
            {
                await output.WriteLineAsync($"  ok       {what}: {await examine()}");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                well = false;
                await output.WriteLineAsync($"  missing  {what}: {e.Message}");
            }
        }

        await CheckAsync("database", () => DatabaseAsync(services, ct));
        await CheckAsync("reading a Japanese PDF", () => JapaneseAsync(services, ct));
        await CheckAsync("embedder", () => EmbedderCheck.TryAsync(services, ct));
        await CheckAsync("files", () => Task.FromResult($"{settings.Home}, {new DriveInfo(settings.Home).AvailableFreeSpace >> 30} GB free"));
        var dictionary = services.GetRequiredService<Lexicon>().HasDictionary;
        await output.WriteLineAsync(dictionary ? "  ok       dictionary: WordNet" : "  less     dictionary: WordNet is not installed (package wordnet-base); the writer finds fewer facts");
        well &= await ModelsAsync(services, output, ct);
        return well ? 0 : ServerCommands.Failed;
    }

    /// <returns>False when a configured model cannot be used. The server works without it all the same.</returns>
    private static async Task<bool> ModelsAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var well = true;
        if (!services.GetRequiredService<ModelSettings>().Any) await output.WriteLineAsync("  ok       writer: extractive (no language model is configured)");
        await foreach (var finding in services.GetRequiredService<ModelExaminer>().ExamineAsync(ct))
        {
            well &= finding.Well;
            await output.WriteLineAsync($"  {(finding.Well ? "ok     " : "missing")}  {finding.Role.ToString().ToLowerInvariant()}: {finding.Model}: {finding.Words}");
        }
        return well;
    }

    private static async Task<string> DatabaseAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select 'PostgreSQL ' || current_setting('server_version') || ', pgvector ' || coalesce((select extversion from pg_extension where extname = 'vector'), 'not installed')");
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<string> JapaneseAsync(IServiceProvider services, CancellationToken ct) =>
        await services.GetRequiredService<PdfSelfCheck>().ReadsJapaneseAsync(ct)
            ? "every letter was read"
            : throw new InvalidOperationException("letters got lost; install the package poppler-data.");
}
