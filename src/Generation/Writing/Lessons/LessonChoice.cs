using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Which sentences a lesson tells, where, and from which detail on: first what every learner must be told, then what covers most.</summary>
internal sealed class LessonChoice
{
    /// <summary>Most words that the passage answering an objective has in a brief lesson.</summary>
    private const int Answer = 60;

    /// <summary>Words of a module from which its lesson has a summary.</summary>
    private const int Long = 500;

    private readonly LessonLedger _ledger;
    private readonly IReadOnlyList<LessonRun> _runs;
    private readonly LessonRoles _roles;
    private readonly LessonTopics _topics;
    private readonly LessonWorth _worth;
    private readonly LessonBudget _budget;

    public LessonChoice(LessonMaterial material, int objectives, LessonTopics topics, LessonWorth worth, LessonRoles roles)
    {
        (_topics, _worth, _roles, _budget) = (topics, worth, roles, new LessonBudget(material.Words));
        _runs = LessonRuns.Of(material.Candidates);
        _ledger = new LessonLedger(material.Candidates, worth);
        if (material.Words > Long) _ledger.Count(LessonSectionKind.Overview, LessonSignpost.TypicalWords);
        for (var i = 0; i < objectives; i++) Serve(i);
        var framing = new LessonFraming(_ledger, roles, worth, _runs);
        framing.Open();
        RequireKeyIdeas();
        var fill = new LessonFill(_ledger, roles, topics, worth, _runs, _budget);
        fill.Fill(Detail.Brief);
        if (material.Words > Long) framing.Close();
        fill.RoundOut();
        fill.Fill(Detail.Standard);
        fill.Fill(Detail.Deep);
    }

    /// <summary>By the candidate's index.</summary>
    public IReadOnlyDictionary<int, LessonPlace> Places => _ledger.Places;

    /// <summary>Each objective gets the passage that answers it best, in every detail.</summary>
    private void Serve(int objective)
    {
        var highest = Math.Max(1, _runs.Count == 0 ? 1 : _runs.Max(r => _worth.Gain(r) / r.Words));
        var best = _runs
            .Where(r => r.CanOpen && _ledger.IsFresh(r) && (r.Words <= Answer || r.Sentences.Count == 1 || r.Last.Block is not null))
            .Select(r => (Run: r, Answers: r.Sentences.MaxBy(s => _topics.Fit(s, objective))!))
            .Select(x => (x.Run, x.Answers, Score: _topics.Fit(x.Answers, objective) * Reads(x.Run) * (1 + (0.3 * _worth.Gain(x.Run) / x.Run.Words / highest))))
            .OrderByDescending(x => x.Score).ThenBy(x => x.Run.First.Index)
            .FirstOrDefault();
        if (best.Run is not null) _ledger.Tell(best.Run, LessonSectionKind.Explanation, Detail.Brief, objective, required: best.Answers);
    }

    /// <summary>A short passage from a paragraph's beginning reads best.</summary>
    private static double Reads(LessonRun run) =>
        (run.Sentences.Any(s => s.InExample) ? 0.5 : 1) * (run.OpensParagraph ? 1 : 0.8) / Math.Sqrt(1 + (Math.Max(run.Words, 25) / 60.0));

    /// <summary>The surest definitions of the module's main terms are in every detail.</summary>
    private void RequireKeyIdeas()
    {
        var count = Math.Clamp(_budget.ModuleWords / 900, 1, 6);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var ideas = _runs.Where(r => r.Sentences.Count == 1 && _ledger.IsFresh(r) && _roles.IsKeyIdea(r.First)).OrderByDescending(r => _roles.KeyScore(r.First)).ThenBy(r => r.First.Index);
        foreach (var run in ideas.ToList())
        {
            if (count == 0 || _ledger.Words >= _budget.Of(Detail.Brief)) return;
            if (!said.Add(LessonRoles.Definition(run.First)!.Key) || _worth.Gain(run) < 0.5 * _worth.Whole(run.First)) continue;
            var beside = _ledger.Before(run) ?? _ledger.Behind(run);
            _ledger.Tell(run, beside?.Kind ?? LessonSectionKind.KeyIdeas, Detail.Brief, beside?.Objective, required: run.First);
            count--;
        }
    }
}
