using System.Text.RegularExpressions;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>The sentences that open and close a lesson: only such as speak of the module as a whole, or none.</summary>
internal sealed partial class LessonFraming(LessonLedger ledger, LessonRoles roles, LessonWorth worth, IReadOnlyList<LessonRun> runs)
{
    private const int MostWords = 40;

    /// <summary>Of how many headings' terms a sentence speaks that sums up.</summary>
    private const int Topics = 3;

    /// <summary>What the module's title means, or how the material opens it; nothing where it does neither in one sentence.</summary>
    public void Open()
    {
        var best = Standing()
            .Where(r => roles.DefinesTitle(r.First) || (roles.HoldsTitle(r.First) && LessonRoles.Definition(r.First) is null && r.OpensParagraph && r.First.Index < ledger.Candidates.Count * 0.25))
            .Select(r => (Run: r, Score: worth.Announces(r.First) / (r.Words + 12) * (roles.DefinesTitle(r.First) ? 2 : 1)))
            .OrderByDescending(x => x.Score).ThenBy(x => x.Run.First.Index)
            .FirstOrDefault().Run;
        if (best is not null) ledger.Tell(best, LessonSectionKind.Overview, Detail.Brief, null);
    }

    /// <summary>What the material says in closing, or of several of its topics at once.</summary>
    public void Close()
    {
        var closing = Standing().Where(r => r.Words >= 8)
            .Select(r => (Run: r, Score: Closes(r.First) && worth.Headings(r.First) > 1 ? 3 : r.First.Source.Section.Role == Facts.SectionRole.Summary ? 2 : worth.Headings(r.First) >= Topics && worth.Central(r.First) > 0.6 ? 1 : 0))
            .Where(x => x.Score > 0)
            .OrderByDescending(x => x.Score).ThenByDescending(x => (worth.Announces(x.Run.First) + worth.Gain(x.Run)) / (x.Run.Words + 12)).ThenBy(x => x.Run.First.Index)
            .Take(2).ToList();
        foreach (var (run, _) in closing) ledger.Tell(run, LessonSectionKind.Summary, Detail.Standard, null);
    }

    private IEnumerable<LessonRun> Standing() => runs.Where(r =>
        r.Sentences.Count == 1 && r.CanOpen && r.Words <= MostWords && !r.First.Narrative && ledger.IsFresh(r) && ledger.Before(r) is null && ledger.Behind(r) is null && roles.IsGeneral(r.First));

    private static bool Closes(LessonCandidate c) => Closing().IsMatch(c.Source.Sentence.Text);

    [GeneratedRegex(@"^(In (sum|summary|short|conclusion|brief)|To (sum up|summarize|summarise|conclude)|Overall|Taken together|All in all|On the whole|Altogether)\b")]
    private static partial Regex Closing();
}
