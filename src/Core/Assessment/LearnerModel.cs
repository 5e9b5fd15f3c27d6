using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Assessment;

/// <param name="Choices">Choices the item offers.</param>
public sealed record Observation(Guid ObjectiveId, bool Correct, int Choices);

/// <summary>A learner's mastery of some objectives, locked until the transaction ends, so that two attempts at once both count.</summary>
public sealed class LearnerModel
{
    private readonly Dictionary<Guid, Mastery> _mastery;

    private LearnerModel(Dictionary<Guid, Mastery> mastery) => _mastery = mastery;

    /// <summary>Makes the rows that are missing: a row that is not there locks nothing.</summary>
    public static async Task PrepareAsync(TutorDb db, Guid learnerId, IReadOnlyList<Guid> objectiveIds, DateTimeOffset now, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"""
            insert into mastery (learner_id, objective_id, probability, observations, updated_at)
            select {learnerId}, objective_id, {KnowledgeTracing.Default.Known}, 0, {now} from unnest({objectiveIds.Order().ToArray()}) as objective_id
            on conflict do nothing
            """, ct);

    public static async Task<LearnerModel> LockAsync(TutorDb db, Guid learnerId, IReadOnlyList<Guid> objectiveIds, CancellationToken ct) =>
        new(await db.Mastery
            .FromSql($"select * from mastery where learner_id = {learnerId} and objective_id = any ({objectiveIds.ToArray()}) order by objective_id for update")
            .ToDictionaryAsync(m => m.ObjectiveId, ct));

    /// <summary>Takes answers in, in order.</summary>
    /// <returns>What they changed, an objective each.</returns>
    public IReadOnlyList<MasteryMove> Observe(IReadOnlyList<Observation> observations, DateTimeOffset now)
    {
        var before = _mastery.ToDictionary(m => m.Key, m => m.Value.Probability);
        foreach (var observed in observations)
        {
            var mastery = _mastery[observed.ObjectiveId];
            mastery.Probability = KnowledgeTracing.Default.After(mastery.Probability, observed.Correct, observed.Choices);
            mastery.Observations++;
            mastery.UpdatedAt = now;
        }
        return [.. observations.GroupBy(o => o.ObjectiveId).Select(o => new MasteryMove(o.Key, before[o.Key], _mastery[o.Key].Probability, o.Count(x => x.Correct), o.Count()))];
    }
}
