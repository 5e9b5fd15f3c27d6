using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Models;
using Tutor.Models.Accounting;
using Tutor.Prompts;
using Tutor.Writing;

namespace Tutor.ModelWriting;

/// <summary>
/// Reckons what a course will take before anybody starts it: calls from its modules, tokens from the passages that go into each call and from what answers
/// to the same prompts were long on this server; where there were none, half of what they may be.
/// </summary>
public sealed class CourseForecaster(CourseMaterials materials, ModelRoles roles, PromptLibrary prompts, PromptRecords records, CourseUsageReader usage, NpgsqlDataSource database, IDbContextFactory<TutorDb> contexts)
{
    /// <summary>Characters of English in a token, about.</summary>
    private const int CharactersOfToken = 4;

    /// <summary>What a passage set holds at most; see <see cref="PassageSet"/>.</summary>
    private const int MostPassageTokens = 8000;

    /// <summary>Of an item or a sentence in a judge's prompt, with what it rests on.</summary>
    private const int JudgedTokens = 250;

    public async Task<CourseForecast> OfAsync(Guid courseId, CancellationToken ct)
    {
        var used = await usage.OfAsync(courseId, ct);
        var known = await records.AllAsync(ct);
        var sizes = await ModulesAsync(courseId, ct);
        var steps = Steps(sizes).Select(s => Step(s, known)).ToList();
        var profile = roles.Chat(ModelRole.Writer) is null || sizes.Count == 0 ? null : Step(new Plan(ModelVariant.PromptName, sizes.Count, 2 * sizes.Count, sizes.Select(s => s / 2).ToList()), known);
        var left = used.Budget is { } budget ? Math.Max(0, budget - used.SpentToday) : long.MaxValue;
        return new CourseForecast(sizes.Count, steps, profile, used.Budget, left, await TakenAsync(courseId, ct));
    }

    /// <param name="Inputs">Tokens put into a call, for each module.</param>
    private sealed record Plan(string Prompt, int Least, int Most, IReadOnlyList<int> Inputs);

    private IEnumerable<Plan> Steps(IReadOnlyList<int> sizes)
    {
        var n = sizes.Count;
        if (n == 0) yield break;
        if (roles.Chat(ModelRole.Writer) is not null)
        {
            yield return new Plan(ModelObjectives.PromptName, n, 2 * n, sizes);
            yield return new Plan(ModelLesson.PromptName, n, 2 * n, sizes);
            yield return new Plan(ModelItems.PromptName, n, 2 * n, sizes);
            yield return new Plan(ModelItems.RepairName, 0, ModelItems.MostRepairs * n, [.. sizes.Select(s => Math.Min(s, 1200))]);
            if (roles.Chat(ModelRole.Judge) is not null) yield return new Plan(GroundingJudge.PromptName, n, 3 * n, [.. sizes.Select(_ => GroundingJudge.StatementsACall * JudgedTokens / 2)]);
        }
        if (roles.Chat(ModelRole.Judge) is not null) yield return new Plan(ItemJudge.PromptName, n, ItemJudge.MostCalls * n, [.. sizes.Select(s => Math.Min(s, ItemJudge.ItemsACall * JudgedTokens))]);
    }

    private ForecastStep Step(Plan plan, IReadOnlyDictionary<string, PromptRecord> known)
    {
        var prompt = prompts[plan.Prompt];
        var record = known[plan.Prompt];
        var most = Math.Min(prompt.MostTokens, roles.Settings.Roles[prompt.Role].MaxTokens);
        var (input, output) = (prompt.Characters / CharactersOfToken + plan.Inputs.Average(), record.OutputTokens ?? most / 2.0);
        return new ForecastStep(plan.Prompt, roles.NameOf(prompt.Role), new AmountRange(plan.Least, plan.Most), new AmountRange((long)(plan.Least * (input + output)), (long)(plan.Most * (input + most))));
    }

    /// <summary>Tokens of the passages of each module.</summary>
    private async Task<IReadOnlyList<int>> ModulesAsync(Guid courseId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Modules.AnyAsync(m => m.CourseId == courseId, ct))
        {
            var lengths = await db.Chunks.Where(c => c.CourseId == courseId).Select(c => new { c.Id, c.Text.Length }).ToDictionaryAsync(c => c.Id, c => c.Length, ct);
            var modules = await db.Modules.AsNoTracking().Where(m => m.CourseId == courseId).Select(m => m.ChunkIds).ToListAsync(ct);
            return [.. modules.Select(m => Tokens(m.Sum(id => lengths.GetValueOrDefault(id))))];
        }
        var material = await materials.GetAsync(courseId, ct);
        if (material.Chunks.Count == 0) return [];
        return [.. OutlineWriter.Write(material.Chunks, material.SourceNames).Modules.Select(m => Tokens(material.ChunksOf(m.ChunkIds).Sum(c => c.Text.Length)))];
    }

    private static int Tokens(int characters) => Math.Min(characters / CharactersOfToken, MostPassageTokens);

    private async Task<TakenCalls> TakenAsync(Guid courseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select count(*)::int, coalesce(sum(input_tokens), 0)::bigint, coalesce(sum(output_tokens), 0)::bigint
            from model_calls where course_id = $1 and role in ('Writer', 'Judge')
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = courseId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new TakenCalls(reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
