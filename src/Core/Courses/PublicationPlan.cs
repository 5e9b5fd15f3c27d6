using Tutor.Review;

namespace Tutor.Courses;

/// <summary>What a publication would take at this moment, and what it would leave out.</summary>
public sealed record PublicationPlan(IReadOnlyList<PlannedModule> Modules, LeftOut LeftOut)
{
    public IEnumerable<PlannedRevision> Revisions => Modules.SelectMany(m => m.Revisions);

    /// <summary>What no person has looked at.</summary>
    public int Unreviewed => Revisions.Count(r => !r.Reviewed);

    /// <summary>Decides by the course's policy.</summary>
    /// <param name="modules">In order, without those that were removed.</param>
    /// <param name="drafts">Everything there is to review in them.</param>
    public static PublicationPlan Make(ReviewPolicy policy, IEnumerable<Module> modules, IEnumerable<Draft> drafts)
    {
        var byModule = drafts.ToLookup(d => d.ModuleId);
        var planned = new List<PlannedModule>();
        var left = new LeftOut(0, 0, 0, 0);
        foreach (var module in modules)
        {
            var taken = new List<PlannedRevision>();
            var objectives = byModule[module.Id].Where(d => d.Kind == ReviewableKind.Objective && d.IsTaken(policy)).Select(d => d.Id).ToHashSet();
            foreach (var draft in byModule[module.Id].OrderBy(d => d.Kind).ThenBy(d => d.Position).ThenBy(d => d.Id))
            {
                if (!draft.IsTaken(policy)) left = left.Count(draft, policy);
                // An item that asks for what the module no longer wants to teach would be scored for nothing.
                else if (draft.ObjectiveId is { } objective && !objectives.Contains(objective)) left = left with { WithoutObjective = left.WithoutObjective + 1 };
                else taken.Add(new PlannedRevision(draft.Id, draft.RevisionId, draft.Kind, draft.Position, draft.IsReviewed));
            }
            // A module is worth showing when there is something to read or to answer.
            if ((policy == ReviewPolicy.Optional || module.State == ModuleState.Accepted) && taken.Exists(t => t.Kind != ReviewableKind.Objective))
                planned.Add(new PlannedModule(module.Id, planned.Count, module.Title, module.Part, taken));
            else left = left with { NotAccepted = left.NotAccepted + taken.Count };
        }
        return new PublicationPlan(planned, left);
    }

    /// <summary>What a publication took, to be taken again.</summary>
    public static PublicationPlan Of(Publication publication) => new(
        [.. publication.Modules.OrderBy(m => m.Position).Select((m, i) => new PlannedModule(
            m.ModuleId, i, m.Title, m.Part, [.. m.Revisions.Select(r => new PlannedRevision(r.ReviewableId, r.RevisionId, r.Kind, r.Position, r.Reviewed))]))],
        new LeftOut(0, 0, 0, 0));

    /// <summary>True where a publication shows just this already.</summary>
    public bool IsShownBy(Publication publication) =>
        publication.Modules.Count == Modules.Count && publication.Modules.OrderBy(m => m.Position).Zip(Modules).All(pair =>
            pair.First.ModuleId == pair.Second.Id && pair.First.Title == pair.Second.Title && pair.First.Part == pair.Second.Part
            && pair.First.Revisions.Select(r => new PlannedRevision(r.ReviewableId, r.RevisionId, r.Kind, r.Position, r.Reviewed)).ToHashSet().SetEquals(pair.Second.Revisions));
}

public sealed record PlannedModule(Guid Id, int Position, string Title, string Part, IReadOnlyList<PlannedRevision> Revisions);

/// <param name="Reviewed">True where a person has accepted or edited it.</param>
public sealed record PlannedRevision(Guid ReviewableId, Guid RevisionId, ReviewableKind Kind, int Position, bool Reviewed);

/// <summary>Why things were not taken, and how many.</summary>
/// <param name="WithoutObjective">Items whose objective is not taken.</param>
public sealed record LeftOut(int FailedChecks, int Rejected, int NotAccepted, int WithoutObjective)
{
    internal LeftOut Count(Draft draft, ReviewPolicy policy) =>
        draft.State == ReviewState.Rejected ? this with { Rejected = Rejected + 1 }
        : policy == ReviewPolicy.Required ? this with { NotAccepted = NotAccepted + 1 }
        : this with { FailedChecks = FailedChecks + 1 };
}

/// <summary>A reviewable as the plan needs it: without its content.</summary>
public sealed record Draft(
    Guid Id, Guid ModuleId, ReviewableKind Kind, Guid? ObjectiveId, int Position, ReviewState State, Guid RevisionId, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Not rejected, and passed its checks: what a course without a duty to review takes, and staff try out.</summary>
    public bool IsSound => State != ReviewState.Rejected && (IsReviewed || Checks.All(c => c.Passed));

    public bool IsReviewed => State is ReviewState.Accepted or ReviewState.Edited;

    public bool IsTaken(ReviewPolicy policy) => policy == ReviewPolicy.Required ? IsReviewed : IsSound;
}
