using Npgsql;
using Tutor.Prompts;

namespace Tutor.Models.Accounting;

/// <summary>What a prompt's calls on this server came to, in its present wording.</summary>
/// <param name="Failed">Calls that ended without an answer, except those somebody stopped.</param>
/// <param name="OutputTokens">Mean of an answer; null where there is none yet.</param>
/// <param name="Milliseconds">Median of an answer.</param>
public sealed record PromptRecord(string Name, int Calls, int Failed, double? InputTokens, double? OutputTokens, int? Milliseconds);

/// <summary>Reads <see cref="PromptRecord"/>s of all courses together.</summary>
public sealed class PromptRecords(NpgsqlDataSource database, PromptLibrary prompts)
{
    public async Task<IReadOnlyDictionary<string, PromptRecord>> AllAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select prompt, prompt_hash, count(*)::int, (count(*) filter (where outcome not in ('answered', 'stopped', 'running')))::int,
                (avg(input_tokens) filter (where outcome = 'answered'))::float8, (avg(output_tokens) filter (where outcome = 'answered'))::float8,
                (percentile_disc(.5) within group (order by milliseconds) filter (where outcome = 'answered'))::int
            from model_calls group by prompt, prompt_hash
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = prompts.All.ToDictionary(p => p.Name, p => new PromptRecord(p.Name, 0, 0, null, null, null), StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            var name = reader.GetString(0);
            if (!found.ContainsKey(name) || prompts[name].Hash != reader.GetString(1)) continue;
            found[name] = new PromptRecord(
                name, reader.GetInt32(2), reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetDouble(4), reader.IsDBNull(5) ? null : reader.GetDouble(5), reader.IsDBNull(6) ? null : reader.GetInt32(6));
        }
        return found;
    }
}
