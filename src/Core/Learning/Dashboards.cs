using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Learning;

/// <summary>All a learner's start page of a course shows.</summary>
/// <param name="Finished">Modules of the publication the learner has finished.</param>
/// <param name="Mastery">Of every objective that is published, in order.</param>
/// <param name="Next">Null where nothing is published, or nothing is left to do.</param>
public sealed record Dashboard(
    Course Course, IReadOnlyList<DashboardModule> Modules, int Finished, Profile Preferences, IReadOnlyList<ObjectiveMastery> Mastery, NextStep? Next)
{
    /// <summary>When the learner last did something in the course; null before anything.</summary>
    public DateTimeOffset? ActiveAt { get; init; }
}

/// <param name="Score">Of the newest attempt; null before the first.</param>
/// <param name="Place">How far the lesson is read, in thousandths.</param>
public sealed record DashboardModule(Guid Id, string Title, string Part, bool Finished, int? Score, int? OutOf, int Place = 0);

/// <param name="Probability">0 to 1; before the first answer what is assumed of everybody.</param>
public sealed record ObjectiveMastery(Guid ObjectiveId, Guid ModuleId, string Text, double Probability, int Observations)
{
    /// <summary>When it was last asked for; null before.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}

public enum NextKind
{
    /// <summary>A module not finished yet: read its lesson.</summary>
    Learn,

    /// <summary>A finished module with an objective that is likely not mastered: go back to it.</summary>
    Revise,
}

/// <param name="Objectives">For a revision: those to go back to.</param>
public sealed record NextStep(NextKind Kind, Guid ModuleId, string Title, IReadOnlyList<Guid> Objectives);

/// <summary>What comes next is advice: every module stays open, whatever the mastery.</summary>
public sealed class Dashboards(TutorDb db, CourseReading courses, Outline outline, Preferences preferences)
{
    /// <summary>From here on an objective counts as mastered.</summary>
    public const double Mastered = 0.85;

    /// <summary>Below this a finished module is worth going back to: likelier not mastered than mastered.</summary>
    public const double Weak = 0.5;

    public async Task<Dashboard> ForAsync(CourseSeat seat, CancellationToken ct)
    {
        var course = await courses.OfAsync(seat.CourseId, ct);
        IReadOnlyList<OutlineModule> modules = seat.PublicationId is { } publication ? await outline.PublishedAsync(publication, ct) : [];
        var finished = await db.Completions.Where(c => c.LearnerId == seat.UserId && c.CourseId == seat.CourseId).Select(c => c.ModuleId).ToHashSetAsync(ct);
        var scores = await ScoresAsync(seat, ct);
        var readings = await db.Readings.AsNoTracking().Where(r => r.LearnerId == seat.UserId && r.CourseId == seat.CourseId).ToDictionaryAsync(r => r.ModuleId, ct);
        var mastery = await MasteryAsync(seat.UserId, modules, ct);
        IReadOnlyList<DashboardModule> shown = [.. modules.Select(m =>
            new DashboardModule(m.Id, m.Title, m.Part, finished.Contains(m.Id), scores.GetValueOrDefault(m.Id)?.Score, scores.GetValueOrDefault(m.Id)?.OutOf, readings.GetValueOrDefault(m.Id)?.Place ?? 0))];
        return new Dashboard(course, shown, shown.Count(m => m.Finished), await preferences.OfAsync(seat.UserId, ct), mastery, Next(shown, mastery))
        {
            ActiveAt = readings.Values.Select(r => (DateTimeOffset?)r.UpdatedAt).Concat(scores.Values.Select(a => (DateTimeOffset?)a.CreatedAt)).Max(),
        };
    }

    /// <summary>The first module that is not finished; but what was weak in the last finished one before it comes first.</summary>
    public static NextStep? Next(IReadOnlyList<DashboardModule> modules, IReadOnlyList<ObjectiveMastery> mastery)
    {
        var weak = mastery.Where(m => m.Observations > 0 && m.Probability < Weak).ToLookup(m => m.ModuleId, m => m.ObjectiveId);
        var open = modules.FirstOrDefault(m => !m.Finished);
        var before = open is null ? modules.LastOrDefault(m => weak.Contains(m.Id)) : modules.TakeWhile(m => m.Id != open.Id).LastOrDefault();
        if (before is not null && weak.Contains(before.Id)) return new NextStep(NextKind.Revise, before.Id, before.Title, [.. weak[before.Id]]);
        return open is null ? null : new NextStep(NextKind.Learn, open.Id, open.Title, []);
    }

    private async Task<IReadOnlyList<ObjectiveMastery>> MasteryAsync(Guid learnerId, IReadOnlyList<OutlineModule> modules, CancellationToken ct)
    {
        var ids = modules.SelectMany(m => m.Objectives).Select(o => o.Id).ToList();
        var rows = await db.Mastery.AsNoTracking().Where(m => m.LearnerId == learnerId && ids.Contains(m.ObjectiveId)).ToDictionaryAsync(m => m.ObjectiveId, ct);
        return [.. modules.SelectMany(m => m.Objectives.Select(o => rows.TryGetValue(o.Id, out var row)
            ? new ObjectiveMastery(o.Id, m.Id, o.Body.Text, row.Probability, row.Observations) { AskedAt = row.Observations > 0 ? row.UpdatedAt : null }
            : new ObjectiveMastery(o.Id, m.Id, o.Body.Text, Assessment.KnowledgeTracing.Default.Known, 0)))];
    }

    private async Task<Dictionary<Guid, Assessment.Attempt>> ScoresAsync(CourseSeat seat, CancellationToken ct)
    {
        var attempts = await db.Quizzes.Where(q => q.LearnerId == seat.UserId && q.CourseId == seat.CourseId)
            .Join(db.Attempts, q => q.Id, a => a.QuizId, (q, a) => new { q.ModuleId, Attempt = a }).AsNoTracking().ToListAsync(ct);
        return attempts.GroupBy(a => a.ModuleId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Attempt.CreatedAt)!.Attempt);
    }
}
