using Tutor.Checks;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>An objective that passed its checks.</summary>
public sealed record WrittenObjective(ObjectiveBody Body, IReadOnlyList<CheckResult> Checks);

/// <summary>Has a module's objectives written by a model; only those that pass every check are taken.</summary>
public sealed class ModelObjectives(PromptRunner runner)
{
    public const string PromptName = "objectives";

    /// <param name="most">How many at most.</param>
    /// <exception cref="Models.ModelFailedException">No model answered.</exception>
    public Task<Written<IReadOnlyList<WrittenObjective>>> WriteAsync(ModuleBrief module, int most, CancellationToken ct)
    {
        var passages = new PassageSet(module.Chunks, module.SourceNames, []);
        PromptValues Values()
        {
            var values = new PromptValues().Text("title", module.Title).Number("count", most).List("passages", passages.Items);
            return module.Objectives.Count == 0 ? values : values.List("existing", module.Objectives.Select((o, i) => new PromptItem($"o{i + 1}", o.Body.Text)));
        }
        return new DraftLoop(runner).WriteAsync<ObjectivesAnswer, IReadOnlyList<WrittenObjective>>(
            runner[PromptName], module, Values, a => Read(a, passages, module, most), r => r.Faults.Count == 0, tells: true, ct);
    }

    private static Reading<IReadOnlyList<WrittenObjective>> Read(ObjectivesAnswer answer, PassageSet passages, ModuleBrief module, int most)
    {
        var faults = new List<string>();
        var kept = new List<WrittenObjective>();
        foreach (var objective in answer.Objectives)
        {
            var missing = new List<string>();
            var body = new ObjectiveBody(objective.Text.Trim().TrimEnd('.'), objective.Level, passages.Cite(objective.Quotes, missing));
            var checks = ObjectiveChecks.Check(body, module.Objectives.Select(o => o.Body).Concat(kept.Select(k => k.Body)));
            if (PlainWords.FaultOf(body.Text) is { } fault) missing.Add(fault);
            missing.AddRange(checks.Where(c => !c.Passed).Select(c => c.Message));
            if (missing.Count == 0) kept.Add(new WrittenObjective(body, checks));
            else faults.Add($"“{QuoteCheck.Shorten(body.Text)}”: {string.Join(' ', missing)}");
        }
        if (kept.Count == 0 && faults.Count == 0) faults.Add("There is no objective in it.");
        return new Reading<IReadOnlyList<WrittenObjective>>(kept.Count == 0 ? null : [.. kept.Take(most)], faults);
    }
}
