using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tutor.Artefacts;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Items;
using Tutor.Models;
using Tutor.Outlines;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>
/// Lessons, items and objectives by the model of the role writer, where there is one. What it cannot write, or not well enough, is the extractive
/// writer's: where the model was away nothing is kept, so that the next request asks it again; where its draft failed, that is part of what is kept.
/// </summary>
public sealed class ModelAuthors(PromptRunner runner, ModelRoles roles, ArtefactStore artefacts, ILogger<ModelAuthors> log)
{
    /// <summary>Items asked for in a call: what an answer's tokens hold.</summary>
    private const int ItemsACall = 10;

    private bool Has => runner.Has(ModelRole.Writer);

    /// <summary>A module's lesson, or null where the extractive writer works alone.</summary>
    public Task<Artefact?> LessonAsync(CourseMaterial material, ModuleReading reading, Func<ArtefactContent> extractive, CancellationToken ct) =>
        TryAsync("lesson", ModelLesson.PromptName, reading.Inputs(material), async (key, token) =>
        {
            var written = await new ModelLesson(runner).WriteAsync(Brief(material, reading, key), material.Support, token);
            return written.Body is { } lesson
                ? Content(lesson.Body, [.. lesson.Checks, Origin.By(written)], written)
                : extractive() is var own ? own with { Checks = [.. own.Checks, Origin.Refused(written)], InputTokens = written.InputTokens, OutputTokens = written.OutputTokens } : own;
        }, ct);

    /// <summary>A module's pool: the model's items first, then the extractive ones that ask something else. Null where the extractive writer works alone.</summary>
    public Task<Artefact?> ItemsAsync(CourseMaterial material, ModuleReading reading, Func<ItemPool> extractive, CancellationToken ct) =>
        TryAsync("items", ModelItems.PromptName, new { module = reading.Inputs(material), repair = runner[ModelItems.RepairName].Hash }, async (key, token) =>
        {
            var written = await new ModelItems(runner).WriteAsync(Brief(material, reading, key), ItemsACall, [], material.ItemChecks, material.Support, token);
            var own = (written.Body ?? []).Select(i => new PooledItem(i.Body, i.ObjectiveId, 1, i.Checks, roles.NameOf(ModelRole.Writer))).ToList();
            var stems = own.Select(i => i.Body.Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return Content(new ItemPool([.. own, .. extractive().Items.Where(i => !stems.Contains(i.Body.Stem))]), [], written);
        }, ct);

    /// <summary>A proposed module with the model's objectives, or as it was.</summary>
    public async Task<ProposedModule> ObjectivesAsync(CourseMaterial material, ProposedModule module, CancellationToken ct)
    {
        if (!Has) return module;
        var chunks = material.ChunksOf(module.ChunkIds);
        var most = Math.Max(module.Objectives.Count, 3);
        var artefact = await TryAsync("objectives", ModelObjectives.PromptName, new { module.Title, chunks = chunks.Select(c => c.Hash), most }, async (key, token) =>
        {
            var written = await new ModelObjectives(runner).WriteAsync(new ModuleBrief(material.CourseId, module.Title, chunks, material.SourceNames, [], key), most, token);
            return Content((written.Body ?? []).Select(o => new ProposedObjective(o.Body, o.Checks, roles.NameOf(ModelRole.Writer))).ToList(), [], written);
        }, ct);
        var objectives = artefact is null ? [] : JsonSerializer.Deserialize<List<ProposedObjective>>(artefact.Output!, JsonColumn.Options)!;
        return objectives.Count == 0 ? module : module with { Objectives = objectives };
    }

    private async Task<Artefact?> TryAsync(string kind, string prompt, object inputs, Func<string, CancellationToken, Task<ArtefactContent>> write, CancellationToken ct)
    {
        if (!Has) return null;
        var all = new { inputs, prompt, wording = runner[prompt].Hash };
        var writer = roles.NameOf(ModelRole.Writer);
        try
        {
            return await artefacts.GetOrWriteAsync(kind, all, writer, token => write(ArtefactKey.Of(kind, writer, all).Hash, token), ct);
        }
        catch (ModelFailedException e)
        {
            log.LogWarning("No model wrote the {Kind} ({Outcome}); the extractive writer does.", kind, e.Failure.Code);
            return null;
        }
        catch (ArtefactFailedException)
        {
            // Another caller was told why.
            return null;
        }
    }

    private static ModuleBrief Brief(CourseMaterial material, ModuleReading reading, string key) =>
        new(material.CourseId, reading.Module.Title, material.ChunksOf(reading.Module), material.SourceNames, reading.Objectives, key);

    private static ArtefactContent Content<T>(object body, IReadOnlyList<CheckResult> checks, Written<T> written)
        where T : class => new(JsonSerializer.Serialize(body, JsonColumn.Options), checks, written.InputTokens, written.OutputTokens);
}
