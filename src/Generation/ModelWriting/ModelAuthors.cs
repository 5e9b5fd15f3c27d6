using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tutor.Artefacts;
using Tutor.Checks;
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

    private readonly ItemJudge _itemJudge = new(runner);
    private readonly LessonJudge _lessonJudge = new(runner);

    /// <summary>A module's lesson, or null where the extractive writer works alone.</summary>
    public Task<Artefact?> LessonAsync(CourseMaterial material, ModuleReading reading, Func<ArtefactContent> extractive, CancellationToken ct) =>
        !Has ? None : TryAsync("lesson", roles.NameOf(ModelRole.Writer), new { inputs = reading.Inputs(material), prompt = ModelLesson.PromptName, wording = runner[ModelLesson.PromptName].Hash, judge = Judge(GroundingJudge.PromptName) }, async (key, token) =>
        {
            var brief = Brief(material, reading, key);
            var written = await new ModelLesson(runner).WriteAsync(brief, material.Support, token);
            return written.Body is { } lesson ? await JudgedAsync(material, brief, lesson, written, extractive, token) : Instead(extractive(), written);
        }, ct);

    /// <summary>A module's pool: the model's items first, then the extractive ones that ask something else; all of them judged where there is a judge. Null where the extractive writer works alone.</summary>
    public Task<Artefact?> ItemsAsync(CourseMaterial material, ModuleReading reading, Func<ItemPool> extractive, CancellationToken ct) =>
        !Has && !_itemJudge.Has ? None : TryAsync("items", Has ? roles.NameOf(ModelRole.Writer) : WriterName.Extractive, new { module = reading.Inputs(material), wordings = Has ? Wordings(ModelItems.PromptName, ModelItems.RepairName) : [], judge = Judge(ItemJudge.PromptName) }, async (key, token) =>
        {
            var brief = Brief(material, reading, key);
            var written = Has ? await new ModelItems(runner).WriteAsync(brief, ItemsACall, [], material.ItemChecks, material.Support, token) : new Written<IReadOnlyList<WrittenItem>>(null, "", false, [], 0, 0);
            var own = (written.Body ?? []).Select(i => new PooledItem(i.Body, i.ObjectiveId, 1, i.Checks, roles.NameOf(ModelRole.Writer))).ToList();
            var stems = own.Select(i => i.Body.Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
            IReadOnlyList<PooledItem> pool = [.. own, .. extractive().Items.Where(i => !stems.Contains(i.Body.Stem))];
            if (!_itemJudge.Has) return Content(new ItemPool(pool), Origin.OfItems(written), written);
            var judged = await _itemJudge.JudgeAsync(brief, pool, token);
            return Content(new ItemPool(judged.Kept), [.. Origin.OfItems(written), .. judged.Rejected.Select(r => new CheckResult("judge-rejected", true, r))], written, judged.Bill);
        }, ct);

    private async Task<ArtefactContent> JudgedAsync(CourseMaterial material, ModuleBrief brief, WrittenLesson lesson, Written<WrittenLesson> written, Func<ArtefactContent> extractive, CancellationToken ct)
    {
        if (!_lessonJudge.Has) return Content(lesson.Body, [.. lesson.Checks, Origin.By(written)], written);
        var judged = await _lessonJudge.JudgeAsync(brief, lesson.Body, ct);
        var checks = judged.Rejected.Count == 0 ? lesson.Checks : new LessonChecks(material.Support, brief.Chunks.ToDictionary(c => c.Id)).Check(judged.Kept, brief.Objectives.Select(o => o.Id));
        if (checks.All(c => c.Passed)) return Content(judged.Kept, [.. checks, Origin.By(written), LessonJudge.Note(judged)], written, judged.Bill);
        return Instead(extractive(), written with { Faults = judged.Rejected, InputTokens = written.InputTokens + judged.Bill.InputTokens, OutputTokens = written.OutputTokens + judged.Bill.OutputTokens });
    }

    private static ArtefactContent Instead<T>(ArtefactContent own, Written<T> refused)
        where T : class => own with { Checks = [.. own.Checks, Origin.Refused(refused)], InputTokens = refused.InputTokens, OutputTokens = refused.OutputTokens };

    /// <summary>A proposed module with the model's objectives, or as it was.</summary>
    public async Task<ProposedModule> ObjectivesAsync(CourseMaterial material, ProposedModule module, CancellationToken ct)
    {
        if (!Has) return module;
        var chunks = material.ChunksOf(module.ChunkIds);
        var most = Math.Max(module.Objectives.Count, 3);
        var artefact = await TryAsync("objectives", roles.NameOf(ModelRole.Writer), new { module.Title, chunks = chunks.Select(c => c.Hash), most, wording = runner[ModelObjectives.PromptName].Hash }, async (key, token) =>
        {
            var written = await new ModelObjectives(runner).WriteAsync(new ModuleBrief(material.CourseId, module.Title, chunks, material.SourceNames, [], key), most, token);
            return Content((written.Body ?? []).Select(o => new ProposedObjective(o.Body, o.Checks, roles.NameOf(ModelRole.Writer))).ToList(), [], written);
        }, ct);
        var objectives = artefact is null ? [] : JsonSerializer.Deserialize<List<ProposedObjective>>(artefact.Output!, JsonColumn.Options)!;
        return objectives.Count == 0 ? module : module with { Objectives = objectives };
    }

    private static Task<Artefact?> None => Task.FromResult<Artefact?>(null);

    private object? Judge(string prompt) => runner.Has(ModelRole.Judge) ? new { model = roles.NameOf(ModelRole.Judge), wording = runner[prompt].Hash } : null;

    private string[] Wordings(params string[] prompts) => [.. prompts.Select(p => runner[p].Hash)];

    private async Task<Artefact?> TryAsync(string kind, string writer, object inputs, Func<string, CancellationToken, Task<ArtefactContent>> write, CancellationToken ct)
    {
        try
        {
            return await artefacts.GetOrWriteAsync(kind, inputs, writer, token => write(ArtefactKey.Of(kind, writer, inputs).Hash, token), ct);
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

    private static ArtefactContent Content<T>(object body, IReadOnlyList<CheckResult> checks, Written<T> written, JudgeBill bill = default)
        where T : class => new(JsonSerializer.Serialize(body, JsonColumn.Options), checks, written.InputTokens + bill.InputTokens, written.OutputTokens + bill.OutputTokens);
}
