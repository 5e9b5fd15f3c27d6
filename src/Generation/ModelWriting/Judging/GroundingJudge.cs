using System.Globalization;
using Tutor.Checks;
using Tutor.Models;
using Tutor.Prompts;

namespace Tutor.ModelWriting;

/// <summary>A sentence with what it rests on.</summary>
/// <param name="Quotes">The material's own words.</param>
internal sealed record Statement(string Text, IReadOnlyList<string> Quotes)
{
    /// <summary>The material's own sentence proves itself.</summary>
    public bool IsQuoted => Quotes.Any(q => q.Contains(Text, StringComparison.Ordinal));
}

/// <summary>Has sentences in a model's own words held against their quotes by the model of the role judge, which sees what plain code cannot: a meaning turned round.</summary>
internal sealed class GroundingJudge(PromptRunner runner)
{
    public const string PromptName = "judge_grounding";

    /// <summary>What an answer's tokens hold.</summary>
    internal const int StatementsACall = 12;

    public bool Has => runner.Has(ModelRole.Judge);

    /// <summary>The statements it supports, and those nobody needs to judge.</summary>
    public async Task<Judged<IReadOnlySet<Statement>>> JudgeAsync(Guid courseId, string? artefactKey, IReadOnlyList<Statement> statements, CancellationToken ct)
    {
        var (kept, rejected, bill) = (statements.ToHashSet(), new List<string>(), default(JudgeBill));
        foreach (var batch in statements.Where(s => !s.IsQuoted).Distinct().Chunk(StatementsACall))
        {
            try
            {
                var values = new PromptValues().List("statements", batch.Select((s, i) => new PromptItem(Name(i), $"{s.Text}\n{string.Join('\n', s.Quotes)}")));
                var answer = await runner.AskAsync(runner[PromptName], values, courseId, artefactKey, ct);
                bill = bill.And(answer);
                var named = batch.Select((s, i) => (Name: Name(i), Statement: s)).ToDictionary(x => x.Name, x => x.Statement);
                foreach (var verdict in JsonAnswer.Read<GroundingVerdicts>(answer.Text).Verdicts.Where(v => v.Verdict != GroundingWord.Supported))
                    if (named.TryGetValue(verdict.Statement, out var statement) && kept.Remove(statement))
                        rejected.Add($"“{QuoteCheck.Shorten(statement.Text)}” is {Word(verdict.Verdict)} its quotes, it says: {PlainWords.OfFault(verdict.Reason)}");
            }
            catch (ModelFailedException e)
            {
                return new Judged<IReadOnlySet<Statement>>(kept, rejected, e.Failure, bill);
            }
        }
        return new Judged<IReadOnlySet<Statement>>(kept, rejected, null, bill);
    }

    private static string Word(GroundingWord verdict) => verdict switch
    {
        GroundingWord.Partly => "only partly carried by",
        GroundingWord.Contradicted => "contradicted by",
        _ => "not carried by",
    };

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index + 1}");
}
