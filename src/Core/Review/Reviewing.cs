using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Review;

/// <param name="Verdict"><c>accept</c>, <c>edit</c> or <c>reject</c>.</param>
/// <param name="Content">For an edit: what it changes.</param>
/// <param name="RevisionId">The revision the person looked at; null decides on whichever is newest.</param>
public sealed record NewDecision(string? Verdict, string? Reason = null, JsonElement? Content = null, Guid? RevisionId = null);

/// <summary>People's decisions on what was generated. Revisions are only ever added, so that any can be restored.</summary>
public sealed class Reviewing(TutorDb db, EditedBodies bodies, IEnumerable<CheckDraft> checks, TimeProvider clock)
{
    public const string Person = "person";

    public async Task<Outcome<Decision>> DecideAsync(Guid reviewId, NewDecision decision, Guid userId, CancellationToken ct)
    {
        var inputs = new Inputs();
        if (decision.Verdict is null) inputs.Add("verdict", "A verdict is missing: accept, edit or reject.");
        var verdict = inputs.Word<Verdict>("verdict", decision.Verdict, "The verdict");
        var reason = decision.Reason is null ? null : inputs.Text("reason", decision.Reason, "A reason", max: 2000, min: 0);
        if (inputs.Refusal is { } invalid) return invalid;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(reviewId, ct) is not { } reviewable) return CourseRefusals.NoSuch(CourseThing.Review);
        if (decision.RevisionId is { } seen && seen != reviewable.RevisionId) return ReviewRefusals.ChangedMeanwhile;
        var before = Found.On(reviewable);
        if (verdict == Verdict.Edit)
        {
            var refusal = await EditAsync(reviewable, decision.Content, userId, ct);
            if (refusal is not null) return refusal;
        }
        else if (await SameAsync(reviewable, verdict!.Value, reason, userId, ct) is { } same) return same;
        else reviewable.State = verdict == Verdict.Accept ? Kept(reviewable) : ReviewState.Rejected;
        var made = Note(reviewable, before, verdict!.Value, reason, userId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return made;
    }

    /// <summary>Brings an older revision back, as a new one.</summary>
    public async Task<Outcome<Decision>> RestoreAsync(Guid reviewId, Guid revisionId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(reviewId, ct) is not { } reviewable) return CourseRefusals.NoSuch(CourseThing.Review);
        if (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == revisionId && r.ReviewableId == reviewId, ct) is not { } old) return ReviewRefusals.NoSuchRevision;
        var before = Found.On(reviewable);
        await AddAsync(reviewable, old.Body, old.Writer, old.Checks, userId, ct);
        reviewable.State = old.Writer == Person ? ReviewState.Edited : ReviewState.Accepted;
        var made = Note(reviewable, before, Verdict.Edit, $"Restored revision {old.Number}.", userId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return made;
    }

    /// <summary>
    /// Takes the newest decision on something back: it is again in the state, and has again the content, that the decision found.
    /// The decision stays in the history, as undone.
    /// </summary>
    public async Task<Outcome<Decision>> UndoAsync(Guid reviewId, Guid decisionId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(reviewId, ct) is not { } reviewable) return CourseRefusals.NoSuch(CourseThing.Review);
        var newest = await db.Decisions.Where(d => d.ReviewableId == reviewId).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).FirstOrDefaultAsync(ct);
        if (newest is not { BeforeState: { } state, BeforeRevisionId: { } revision, UndoneAt: null } || newest.Id != decisionId) return ReviewRefusals.NothingToUndo;
        if (revision != reviewable.RevisionId)
        {
            var old = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == revision, ct);
            await AddAsync(reviewable, old.Body, old.Writer, old.Checks, userId, ct);
        }
        reviewable.State = state;
        newest.UndoneAt = clock.Now();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return newest;
    }

    private async Task<Refusal?> EditAsync(Reviewable reviewable, JsonElement? content, Guid userId, CancellationToken ct)
    {
        var current = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == reviewable.RevisionId, ct);
        if (!(await BodyAsync(reviewable, current, content, ct)).Succeeded(out var body, out var refusal)) return refusal;
        var results = await CheckAsync(checks, reviewable, body, ct);
        if (results.Where(r => !r.Passed).ToList() is { Count: > 0 } failed) return ReviewRefusals.FailsChecks(failed);
        await AddAsync(reviewable, RevisionBodies.Write(body), Person, results, userId, ct);
        reviewable.State = ReviewState.Edited;
        return null;
    }

    private async Task<Outcome<object>> BodyAsync(Reviewable reviewable, Revision current, JsonElement? content, CancellationToken ct)
    {
        switch (reviewable.Kind)
        {
            case ReviewableKind.Objective:
                return Edits.Read<ObjectiveEdit>(content).Succeeded(out var objective, out var refusal)
                    ? await bodies.ObjectiveAsync(reviewable.CourseId, current.As<ObjectiveBody>(), objective, ct) : refusal;
            case ReviewableKind.Item:
                return Edits.Read<ItemEdit>(content).Succeeded(out var item, out refusal)
                    ? await bodies.ItemAsync(reviewable.Id, reviewable.CourseId, current.As<ItemBody>(), item, ct) : refusal;
            default:
                return Edits.Read<LessonEdit>(content).Succeeded(out var lesson, out refusal)
                    ? await bodies.LessonAsync(reviewable.CourseId, current.As<LessonBody>(), lesson, ct) : refusal;
        }
    }

    internal static async Task<IReadOnlyList<CheckResult>> CheckAsync(IEnumerable<CheckDraft> checks, Reviewable reviewable, object body, CancellationToken ct)
    {
        var results = new List<CheckResult>();
        foreach (var check in checks) results.AddRange(await check(reviewable, body, ct));
        return results;
    }

    private async Task AddAsync(Reviewable reviewable, string body, string writer, IReadOnlyList<CheckResult> results, Guid userId, CancellationToken ct)
    {
        var revision = new Revision
        {
            Id = Guid.CreateVersion7(),
            ReviewableId = reviewable.Id,
            Number = 1 + await db.Revisions.Where(r => r.ReviewableId == reviewable.Id).MaxAsync(r => r.Number, ct),
            Body = body,
            Writer = writer,
            Checks = results,
            AuthorId = userId,
            CreatedAt = clock.Now(),
        };
        db.Revisions.Add(revision);
        reviewable.RevisionId = revision.Id;
    }

    // Pressing twice is deciding once.
    private Task<Decision?> SameAsync(Reviewable reviewable, Verdict verdict, string? reason, Guid userId, CancellationToken ct) =>
        reviewable.State == (verdict == Verdict.Accept ? ReviewState.Accepted : ReviewState.Rejected)
            ? db.Decisions.AsNoTracking().Where(d => d.ReviewableId == reviewable.Id).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(1)
                .Where(d => d.UndoneAt == null && d.RevisionId == reviewable.RevisionId && d.Verdict == verdict && d.Reason == reason && d.DecidedById == userId).SingleOrDefaultAsync(ct)
            : Task.FromResult<Decision?>(null);

    // What a person wrote stays known as edited when it is accepted.
    private static ReviewState Kept(Reviewable reviewable) => reviewable.State == ReviewState.Edited ? ReviewState.Edited : ReviewState.Accepted;

    private Decision Note(Reviewable reviewable, Found before, Verdict verdict, string? reason, Guid userId)
    {
        var decision = new Decision
        {
            Id = Guid.CreateVersion7(),
            ReviewableId = reviewable.Id,
            RevisionId = reviewable.RevisionId,
            Verdict = verdict,
            Reason = reason,
            DecidedById = userId,
            CreatedAt = clock.Now(),
            BeforeState = before.State,
            BeforeRevisionId = before.RevisionId,
        };
        db.Decisions.Add(decision);
        db.Note(AuditKind.Decided, userId, $"{Inputs.WordOf(verdict)}, {Inputs.WordOf(reviewable.Kind)}", decision.CreatedAt, reviewable.CourseId);
        return decision;
    }

    private Task<Reviewable?> LockAsync(Guid id, CancellationToken ct) =>
        db.Reviewables.FromSql($"select * from reviewables where id = {id} for update").SingleOrDefaultAsync(ct);

    /// <summary>What a decision is made on.</summary>
    private readonly record struct Found(ReviewState State, Guid RevisionId)
    {
        public static Found On(Reviewable reviewable) => new(reviewable.State, reviewable.RevisionId);
    }
}
