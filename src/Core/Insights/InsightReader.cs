using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Insights;

/// <summary>How a course's learners do, for its staff.</summary>
public sealed class InsightReader(TutorDb db, NpgsqlDataSource data, Outline outline, ItemBodies bodies, TimeProvider clock)
{
    public const int MaxDays = 3650;

    /// <summary>By objective and question of the newest publication.</summary>
    /// <param name="days">Answers of the last so many days; null for all.</param>
    public async Task<CourseInsight> OfCourseAsync(CourseSeat seat, int? days, CancellationToken ct)
    {
        var modules = await ModulesAsync(seat, ct);
        var items = seat.PublicationId is { } publication
            ? (await db.Set<PublishedRevision>().Where(r => r.PublicationId == publication && r.Kind == ReviewableKind.Item)
                .Join(db.Reviewables, p => p.ReviewableId, r => r.Id, (p, r) => new PublishedItem(p.ModuleId, p.ReviewableId, p.RevisionId, r.ObjectiveId, p.Position)).ToListAsync(ct)).ToLookup(i => i.ModuleId)
            : Array.Empty<PublishedItem>().ToLookup(i => i.ModuleId);
        var since = days is { } n ? clock.Now().AddDays(-Math.Clamp(n, 1, MaxDays)) : DateTimeOffset.UnixEpoch;

        await using var connection = await data.OpenConnectionAsync(ct);
        var (learners, active) = await InsightRows.PeopleAsync(connection, seat.CourseId, since, ct);
        var taken = (await InsightRows.AnswersAsync(connection, seat.CourseId, since, ct)).ToLookup(t => t.ItemId);
        var mastery = await InsightRows.MasteryAsync(connection, seat.CourseId, [.. modules.SelectMany(m => m.Objectives).Select(o => o.Id)], ct);
        var texts = await bodies.OfAsync(db, items.SelectMany(i => i).Select(i => i.RevisionId), ct);
        IReadOnlyList<ModuleInsight> shown = [.. modules.Select(m => new ModuleInsight(m.Id, m.Title, m.Part, [.. ObjectivesOf(m)]))];
        return new CourseInsight(learners, active, Sum(shown.SelectMany(m => m.Objectives)), shown);

        IEnumerable<ObjectiveInsight> ObjectivesOf(OutlineModule module)
        {
            var asked = items[module.Id].OrderBy(i => i.Position).ThenBy(i => i.ItemId)
                .Select((item, at) => (item.ObjectiveId, Insight: ItemOf(item, at + 1, texts[item.RevisionId], [.. taken[item.ItemId]]))).ToLookup(i => i.ObjectiveId, i => i.Insight);
            foreach (var objective in module.Objectives)
            {
                var (mastered, underway, weak) = mastery.GetValueOrDefault(objective.Id);
                IReadOnlyList<ItemInsight> about = [.. asked[objective.Id]];
                yield return new ObjectiveInsight(objective.Id, objective.Body.Text, new MasterySpread(mastered, underway, weak, Math.Max(0, learners - mastered - underway - weak)), FirstOf(about), about);
            }
            IReadOnlyList<ItemInsight> rest = [.. asked.Where(g => g.Key is not { } id || module.Objectives.All(o => o.Id != id)).SelectMany(g => g)];
            if (rest.Count > 0) yield return new ObjectiveInsight(null, "", new MasterySpread(0, 0, 0, 0), FirstOf(rest), rest);
        }
    }

    /// <summary>Every learner of the course: who needs help first, then by name.</summary>
    public async Task<IReadOnlyList<LearnerInsight>> LearnersAsync(CourseSeat seat, CancellationToken ct)
    {
        var modules = await ModulesAsync(seat, ct);
        var objectives = modules.SelectMany(m => m.Objectives).ToDictionary(o => o.Id, o => o.Body.Text);
        await using var connection = await data.OpenConnectionAsync(ct);
        var rows = await InsightRows.LearnersAsync(connection, seat.CourseId, [.. modules.Select(m => m.Id)], [.. objectives.Keys], ct);
        var now = clock.Now();
        return [.. rows.Select(r => new LearnerInsight(
                r.Id, r.Name, r.Email, r.EnrolledAt, r.Finished, r.Attempts, r.LastAt, r.Mastered, r.Weak, seat.PublicationId is null ? null : LearnerNeeds.Of(r, modules.Count, objectives, now)))
            .OrderBy(l => l.Need is null).ThenBy(l => l.Need?.Kind)];
    }

    private async Task<IReadOnlyList<OutlineModule>> ModulesAsync(CourseSeat seat, CancellationToken ct) =>
        seat.PublicationId is { } publication ? await outline.PublishedAsync(publication, ct) : [];

    private static ItemInsight ItemOf(PublishedItem item, int position, ItemBody body, IReadOnlyList<TakenChoice> taken)
    {
        var now = taken.Where(t => t.RevisionId == item.RevisionId).ToList();
        var counts = now.Where(t => t.ChoiceId is not null).GroupBy(t => t.ChoiceId!.Value).ToDictionary(g => g.Key, g => g.Sum(t => t.Count));
        IReadOnlyList<ChoiceInsight> choices = [.. body.Choices.Select(c => new ChoiceInsight(c.Text, c.IsKey, counts.GetValueOrDefault(c.Id)))];
        return new ItemInsight(
            item.ItemId, position, body.Stem, new Share(now.Where(t => t.Correct).Sum(t => t.Count), now.Sum(t => t.Count)), now.Where(t => t.ChoiceId is null).Sum(t => t.Count),
            taken.Where(t => t.RevisionId != item.RevisionId).Sum(t => t.Count), choices, ItemDoubts.Of(now, choices));
    }

    private static Share FirstOf(IEnumerable<ItemInsight> items) => items.Aggregate(default(Share), (s, i) => new Share(s.Some + i.First.Some, s.All + i.First.All));

    private static Share Sum(IEnumerable<ObjectiveInsight> objectives) => objectives.Aggregate(default(Share), (s, o) => new Share(s.Some + o.First.Some, s.All + o.First.All));

    private sealed record PublishedItem(Guid ModuleId, Guid ItemId, Guid RevisionId, Guid? ObjectiveId, int Position);
}
