using Tutor.Checks;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>
/// Fills a lesson up to the words of a detail with the runs that cover most for their words. Every run that begins anew costs extra words, so that
/// paragraphs grow before others are begun: few whole passages read better than many picked sentences.
/// </summary>
internal sealed class LessonFill(LessonLedger ledger, LessonRoles roles, LessonTopics topics, LessonWorth worth, IReadOnlyList<LessonRun> runs, LessonBudget budget)
{
    /// <summary>Shares of a lesson's words that key ideas, confusions and examples may take.</summary>
    private const double KeyIdeas = 0.3, Confusions = 0.12, Examples = 0.15;

    /// <summary>What it costs to begin, in words: going on with what is told; leading up to it; a definition or comparison on its own; the beginning of a paragraph; the middle of one.</summary>
    private const double GoesOn = 2, LeadsUp = 6, Alone = 10, Begins = 25, BreaksIn = 44;

    /// <summary>What is left of a run's worth where the material goes on to contradict it.</summary>
    private const double Contradicted = 0.6;

    public void Fill(Detail detail)
    {
        var words = budget.Of(detail);
        while (ledger.Words < words)
        {
            LessonRun? best = null;
            var highest = 0.0;
            foreach (var run in runs)
            {
                if (ledger.Words + run.Words > words + 12 || !ledger.IsFresh(run) || !Fits(run, detail)) continue;
                var score = worth.Gain(run) / (run.Words + Cost(run)) * (IsContradicted(run) ? Contradicted : 1);
                if (score > highest) (best, highest) = (run, score);
            }
            if (best is null) return;
            Tell(best, detail);
        }
    }

    /// <summary>No topic is left with one sentence at standard detail where the material says more.</summary>
    public void RoundOut()
    {
        var lonely = ledger.Candidates
            .Where(c => ledger.Places.TryGetValue(c.Index, out var p) && p.Kind == LessonSectionKind.Explanation)
            .GroupBy(c => (ledger.Places[c.Index].Objective, c.Heading))
            .Where(g => g.Count() == 1).Select(g => g.First()).ToList();
        foreach (var sentence in lonely)
        {
            if (ledger.Words >= budget.Of(Detail.Standard)) return;
            var best = runs
                .Where(r => r.Words <= 60 && r.First.Heading == sentence.Heading && (ledger.Before(r) is not null || ledger.Behind(r) is not null || r.OpensParagraph))
                .Where(r => ledger.IsFresh(r) && Fits(r, Detail.Standard) && !r.First.InExample)
                .Select(r => (Run: r, Score: worth.Gain(r) / (r.Words + Cost(r)) * (r.First.Source.Paragraph == sentence.Source.Paragraph ? 1.5 : 1)))
                .OrderByDescending(x => x.Score).ThenBy(x => x.Run.First.Index)
                .FirstOrDefault().Run;
            if (best is not null) Tell(best, Detail.Standard);
        }
    }

    private double Cost(LessonRun run) =>
        ledger.Before(run) is not null ? GoesOn
        : ledger.Behind(run) is not null ? LeadsUp
        : run.Sentences.Count == 1 && roles.KindOf(run.First) is LessonSectionKind.KeyIdeas or LessonSectionKind.Confusions ? Alone
        : run.OpensParagraph ? Begins
        : BreaksIn;

    /// <summary>True where the material goes on with "But …": what it takes back, or sets against it, is not told.</summary>
    private bool IsContradicted(LessonRun run) =>
        run.Last.Index + 1 < ledger.Candidates.Count && ledger.Candidates[run.Last.Index + 1] is { } next && next.Before == run.Last && !ledger.IsTold(next) && Openers.Contradicts(next.Text);

    private bool Fits(LessonRun run, Detail detail)
    {
        if (!run.CanOpen && ledger.Before(run) is null) return false;
        if (detail == Detail.Brief && run.Sentences.Any(s => s.InExample)) return false;
        double Share(LessonSectionKind kind) => (ledger.WordsOf(kind) + run.Words) / (double)budget.Of(detail);
        return KindOf(run) switch
        {
            LessonSectionKind.KeyIdeas => Share(LessonSectionKind.KeyIdeas) <= KeyIdeas && !ledger.Defines(LessonRoles.Definition(run.First)!),
            LessonSectionKind.Confusions => Share(LessonSectionKind.Confusions) <= Confusions,
            LessonSectionKind.Examples => Share(LessonSectionKind.Examples) <= Examples,
            _ => true,
        };
    }

    private void Tell(LessonRun run, Detail detail)
    {
        var beside = ledger.Before(run) ?? ledger.Behind(run);
        ledger.Tell(run, KindOf(run), detail, beside is null ? topics.Of(run.First) : beside.Objective);
    }

    /// <summary>What goes on with told text stands where that stands.</summary>
    private LessonSectionKind KindOf(LessonRun run) =>
        ledger.Before(run) is { } before ? before.Kind
        : ledger.Behind(run) is { Kind: LessonSectionKind.Explanation } ? LessonSectionKind.Explanation
        : run.Sentences.Count == 1 ? roles.KindOf(run.First)
        : run.First.InExample ? LessonSectionKind.Examples
        : LessonSectionKind.Explanation;
}
