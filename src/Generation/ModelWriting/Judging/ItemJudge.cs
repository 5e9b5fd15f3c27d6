using System.Globalization;
using Tutor.Checks;
using Tutor.Items;
using Tutor.Models;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>
/// Has items solved by a model that sees stem, options and passages, and not the key. Where it chooses another option, or one more, and can quote the
/// material for it, the item is rejected; where it only disagrees, the item waits for a person.
/// </summary>
internal sealed class ItemJudge(PromptRunner runner)
{
    public const string PromptName = "judge_items";

    /// <summary>What an answer's tokens hold.</summary>
    internal const int ItemsACall = 6;

    /// <summary>Of a pool, first of which are the surest: a quiz shows six.</summary>
    private const int MostJudged = 24;

    internal const int MostCalls = MostJudged / ItemsACall;

    private const string Check = "judge-agrees";

    public bool Has => runner.Has(ModelRole.Judge);

    public async Task<Judged<IReadOnlyList<PooledItem>>> JudgeAsync(ModuleBrief module, IReadOnlyList<PooledItem> items, CancellationToken ct)
    {
        var (kept, rejected, bill, away) = (new List<PooledItem>(), new List<string>(), default(JudgeBill), default(ModelFailure));
        foreach (var batch in items.Take(MostJudged).Chunk(ItemsACall))
        {
            IReadOnlyDictionary<string, ItemVerdict> verdicts = new Dictionary<string, ItemVerdict>();
            var passages = PassagesOf(module, batch);
            try
            {
                if (away is null) (verdicts, bill) = await AskAsync(module, batch, passages, bill, ct);
            }
            catch (ModelFailedException e)
            {
                away = e.Failure; // The next batch would meet the same.
            }
            for (var i = 0; i < batch.Length; i++)
            {
                var read = verdicts.GetValueOrDefault(Name('i', i)) is { } verdict ? Read(batch[i], verdict, passages) : Unjudged(batch[i], away);
                if (read.Item is { } item) kept.Add(item);
                else rejected.Add(read.Why);
            }
        }
        return new Judged<IReadOnlyList<PooledItem>>([.. kept, .. items.Skip(MostJudged)], rejected, away, bill);
    }

    private async Task<(IReadOnlyDictionary<string, ItemVerdict> Verdicts, JudgeBill Bill)> AskAsync(
        ModuleBrief module, IReadOnlyList<PooledItem> batch, PassageSet passages, JudgeBill bill, CancellationToken ct)
    {
        var values = new PromptValues().List("items", batch.Select((item, i) => new PromptItem(Name('i', i), Shown(item.Body)))).List("passages", passages.Items);
        var answer = await runner.AskAsync(runner[PromptName], values, module.CourseId, module.ArtefactKey, ct);
        var verdicts = JsonAnswer.Read<ItemVerdicts>(answer.Text).Verdicts;
        return (verdicts.DistinctBy(v => v.Item).ToDictionary(v => v.Item, StringComparer.Ordinal), bill.And(answer));
    }

    /// <summary>Null with a reason where the item is not taken.</summary>
    private static (PooledItem? Item, string Why) Read(PooledItem item, ItemVerdict verdict, PassageSet passages)
    {
        var key = Letter(item.Body.Choices.TakeWhile(c => !c.IsKey).Count());
        var chosen = verdict.Answers.Select(a => a.Trim().TrimEnd('.', ')').ToLowerInvariant()).Distinct().ToList();
        var flaws = verdict.Flaws.Count == 0 ? "" : $" It remarked: {PlainWords.OfFault(verdict.Flaws[0])}";
        if (chosen is [var one] && one == key) return (With(item, true, $"A model that did not know the key chose it, too.{flaws}"), "");
        var others = chosen.Where(c => c != key && c.Length == 1 && c[0] - 'a' is >= 0 and var n && n < item.Body.Choices.Count).ToList();
        var proved = passages.Cite(verdict.Quotes, []).Count > 0;
        if (others.Count > 0 && proved) return (null, $"A model that did not know the key of “{QuoteCheck.Shorten(item.Body.Stem)}” chose {(chosen.Contains(key) ? "a second option" : "another option")} and quoted the material for it.");
        return (With(item, false, $"A model that did not know the key {(others.Count > 0 ? "chose another option, without a quote that stands in the material" : "found no answer in the passages")}; a person should look at it.{flaws}"), "");
    }

    private static (PooledItem? Item, string Why) Unjudged(PooledItem item, ModelFailure? away) =>
        (item with { Checks = [.. item.Checks, new CheckResult("judge-away", true, $"No model judged it{(away is null ? "" : $": {away.Message}")} The other checks stand alone.")] }, "");

    private static PooledItem With(PooledItem item, bool passed, string words) => item with { Checks = [.. item.Checks, new CheckResult(Check, passed, words)] };

    /// <summary>Where the items' quotes stand, and what stands beside that: the judge is to find the key, not only to be shown it.</summary>
    private static PassageSet PassagesOf(ModuleBrief module, IReadOnlyList<PooledItem> batch)
    {
        var cited = batch.SelectMany(i => i.Body.Citations.Concat(i.Body.Choices.SelectMany(c => c.Citations))).Select(c => c.ChunkId).ToHashSet();
        var near = module.Chunks.Where((c, i) => cited.Contains(c.Id) || (i > 0 && cited.Contains(module.Chunks[i - 1].Id)) || (i + 1 < module.Chunks.Count && cited.Contains(module.Chunks[i + 1].Id))).ToList();
        return new PassageSet(near, module.SourceNames, cited);
    }

    private static string Shown(ItemBody item) => string.Join('\n', item.Choices.Select((c, i) => $"{Letter(i)}. {c.Text}").Prepend(item.Stem));

    private static string Letter(int index) => ((char)('a' + index)).ToString();

    private static string Name(char of, int index) => string.Create(CultureInfo.InvariantCulture, $"{of}{index + 1}");
}
