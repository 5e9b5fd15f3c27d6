using System.Text.Json;
using Tutor.Checks;
using Tutor.Data;
using Tutor.Models;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>An item that passed its checks.</summary>
/// <param name="Repaired">True where it failed them at first.</param>
public sealed record WrittenItem(ItemBody Body, Guid? ObjectiveId, IReadOnlyList<CheckResult> Checks, bool Repaired);

/// <summary>Has a module's items written by a model. One that fails its checks goes back once, by itself, with the reasons; what then fails is dropped.</summary>
public sealed class ModelItems(PromptRunner runner)
{
    public const string PromptName = "items", RepairName = "item_repair";

    /// <summary>Repairs a call for items may cost: a model that gets more wrong is not going to get them right.</summary>
    internal const int MostRepairs = 6;

    /// <param name="existing">Stems that are there already.</param>
    /// <exception cref="ModelFailedException">No model answered.</exception>
    public async Task<Written<IReadOnlyList<WrittenItem>>> WriteAsync(
        ModuleBrief module, int count, IReadOnlyList<string> existing, ItemChecks checks, SupportCheck support, CancellationToken ct)
    {
        var passages = new PassageSet(module.Chunks, module.SourceNames, module.Objectives.SelectMany(o => o.Body.Citations).Select(c => c.ChunkId));
        var reading = new ItemAnswerReader(module, passages, checks, support);
        PromptValues Values()
        {
            var values = new PromptValues().Text("title", module.Title).Number("count", count).List("objectives", Objectives(module)).List("passages", passages.Items);
            return existing.Count == 0 ? values : values.List("existing", existing.Select((s, i) => new PromptItem($"e{i + 1}", s)));
        }
        var drafted = await new DraftLoop(runner).WriteAsync<ItemsAnswer, IReadOnlyList<ItemAnswer>>(
            runner[PromptName], module, Values, a => new Reading<IReadOnlyList<ItemAnswer>>(a.Items, []), r => r.Body is not null, tells: false, ct);
        return await CheckedAsync(module, drafted, reading, passages, count, existing, ct);
    }

    private async Task<Written<IReadOnlyList<WrittenItem>>> CheckedAsync(
        ModuleBrief module, Written<IReadOnlyList<ItemAnswer>> drafted, ItemAnswerReader reading, PassageSet passages, int count, IReadOnlyList<string> existing, CancellationToken ct)
    {
        var kept = new List<WrittenItem>();
        var faults = new List<string>();
        var stems = existing.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (input, output, repairs) = (drafted.InputTokens, drafted.OutputTokens, 0);
        foreach (var answer in drafted.Body ?? [])
        {
            if (kept.Count == count) break;
            var read = reading.Read(answer);
            if (read.Body is null && repairs++ < MostRepairs)
            {
                var (repaired, paid) = await RepairAsync(module, answer, read.Faults, reading, passages, ct);
                (input, output) = (input + (int)paid.InputTokens, output + (int)paid.OutputTokens);
                read = repaired;
            }
            if (read.Body is { } item && stems.Add(item.Body.Stem)) kept.Add(item);
            faults.AddRange(read.Faults);
        }
        return new Written<IReadOnlyList<WrittenItem>>(kept.Count == 0 ? null : kept, drafted.Model, kept.Exists(i => i.Repaired), [.. drafted.Faults, .. faults.Select(PlainWords.OfFault)], input, output);
    }

    private async Task<(Reading<WrittenItem> Reading, ModelAnswer Paid)> RepairAsync(
        ModuleBrief module, ItemAnswer draft, IReadOnlyList<string> faults, ItemAnswerReader reading, PassageSet passages, CancellationToken ct)
    {
        var answer = new ModelAnswer("", "", 0, 0);
        try
        {
            answer = await runner.AskAsync(runner[RepairName], new PromptValues()
                .Text("draft", JsonSerializer.Serialize(draft, JsonColumn.Options)).List("reasons", faults.Select((f, i) => new PromptItem($"r{i + 1}", f)))
                .List("objectives", Objectives(module)).List("passages", passages.Around(draft.Quotes)), module.CourseId, module.ArtefactKey, ct);
            if (JsonAnswer.Read<ItemRepairAnswer>(answer.Text).Item is not { } item) return (new Reading<WrittenItem>(null, faults), answer);
            var read = reading.Read(item);
            return (read with { Body = read.Body is { } body ? body with { Repaired = true } : null }, answer);
        }
        catch (ModelFailedException e)
        {
            // The item is dropped; the others are as good as they were.
            return (new Reading<WrittenItem>(null, [.. faults, e.Failure.Message]), answer);
        }
    }

    private static IEnumerable<PromptItem> Objectives(ModuleBrief module) => module.Objectives.Select((o, i) => new PromptItem($"o{i + 1}", o.Body.Text));
}
