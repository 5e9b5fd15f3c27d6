using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Review;
using Tutor.Writing;

namespace Tutor.ModelWriting;

/// <summary>Makes an item of a model's answer, and says what is wrong with it.</summary>
internal sealed partial class ItemAnswerReader(ModuleBrief module, PassageSet passages, ItemChecks checks, SupportCheck support)
{
    public Reading<WrittenItem> Read(ItemAnswer answer)
    {
        var faults = new List<string>();
        var citations = passages.Cite(answer.Quotes, faults);
        if (citations.Select(c => (c.SourceId, Section: string.Join('\n', HeadingsOf(c)))).Distinct().Count() > 1) faults.Add("The quotes that prove the key come from different sections; take them from one.");
        var choices = answer.Choices.Select(c => ChoiceOf(c, answer.Stem.Trim(), citations, faults)).ToList();
        faults.AddRange(answer.Choices.Select(c => c.Text).Append(answer.Stem).Select(PlainWords.FaultOf).OfType<string>());
        var body = new ItemBody(
            KindName().IsMatch(answer.Kind) ? answer.Kind : "other", answer.Level, answer.Stem.Trim(), Ordered(answer.Stem.Trim(), choices), Explanation(answer, citations), citations);
        var found = checks.Check(body);
        faults.AddRange(found.Where(c => !c.Passed).Select(c => c.Message));
        return new Reading<WrittenItem>(faults.Count == 0 ? new WrittenItem(body, ObjectiveOf(answer.Objective), found, false) : null, faults);
    }

    private Choice ChoiceOf(ChoiceAnswer choice, string stem, IReadOnlyList<Citation> proof, List<string> faults)
    {
        var cited = passages.Cite(choice.Quotes, faults);
        // Why an option is wrong is only told where a quote says so.
        var why = !choice.IsKey && choice.Why is { Length: > 0 } reason && PlainWords.FaultOf(reason) is null && cited.Count > 0 && support.Of(reason, cited.Select(c => c.Quote)).Passed ? reason.Trim() : null;
        var text = choice.Text.Trim();
        return new Choice(StableHash.Id($"{stem}\n{text}"), text, choice.IsKey, choice.IsKey ? proof : cited, why);
    }

    private string Explanation(ItemAnswer answer, IReadOnlyList<Citation> citations)
    {
        var quotes = citations.Select(c => c.Quote).ToList();
        return PlainWords.FaultOf(answer.Explanation) is null && support.Of(answer.Explanation, quotes).Passed ? answer.Explanation.Trim() : string.Join(' ', quotes);
    }

    // Models like to put the key first or second: the hash of stem and text puts it anywhere. Numbers keep their order.
    private static List<Choice> Ordered(string stem, List<Choice> choices) => choices.TrueForAll(c => c.Text.Length > 0 && char.IsAsciiDigit(c.Text[0]))
        ? choices : [.. choices.OrderBy(c => StableHash.Of($"{stem}\n{c.Text}")).ThenBy(c => c.Text, StringComparer.Ordinal)];

    private IReadOnlyList<string> HeadingsOf(Citation citation) => module.Chunks.First(c => c.Id == citation.ChunkId).Headings;

    private Guid? ObjectiveOf(string? name) =>
        name is ['o', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= module.Objectives.Count ? module.Objectives[n - 1].Id : null;

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KindName();
}
