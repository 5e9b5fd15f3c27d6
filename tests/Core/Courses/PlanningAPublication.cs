using Tutor.Review;
using Xunit;

namespace Tutor.Courses;

public sealed class PlanningAPublication
{
    private static readonly CheckResult s_passed = new("key-proved", true, ""), s_failed = new("key-proved", false, "");
    private readonly Module _module = new() { Id = Guid.NewGuid(), Title = "Memory", State = ModuleState.Proposed };

    [Theory]
    [InlineData(ReviewPolicy.Optional, ReviewState.Proposed, true, true)]
    [InlineData(ReviewPolicy.Optional, ReviewState.Proposed, false, false)]
    [InlineData(ReviewPolicy.Optional, ReviewState.Accepted, false, true)]
    [InlineData(ReviewPolicy.Optional, ReviewState.Edited, true, true)]
    [InlineData(ReviewPolicy.Optional, ReviewState.Rejected, true, false)]
    [InlineData(ReviewPolicy.Required, ReviewState.Proposed, true, false)]
    [InlineData(ReviewPolicy.Required, ReviewState.Accepted, true, true)]
    [InlineData(ReviewPolicy.Required, ReviewState.Edited, true, true)]
    [InlineData(ReviewPolicy.Required, ReviewState.Rejected, true, false)]
    public void The_policy_decides_what_is_taken(ReviewPolicy policy, ReviewState state, bool passed, bool taken) =>
        Assert.Equal(taken, Draft(ReviewableKind.Item, state, passed).IsTaken(policy));

    [Fact]
    public void Every_thing_left_out_is_counted_under_its_reason()
    {
        var objective = Draft(ReviewableKind.Objective);
        var plan = PublicationPlan.Make(ReviewPolicy.Optional, [_module],
        [
            objective,
            Draft(ReviewableKind.Objective, ReviewState.Rejected),
            Draft(ReviewableKind.Lesson),
            Draft(ReviewableKind.Item, objective: objective.Id),
            Draft(ReviewableKind.Item, passed: false),
            Draft(ReviewableKind.Item, objective: Guid.NewGuid()),
        ]);

        Assert.Equal(new LeftOut(FailedChecks: 1, Rejected: 1, NotAccepted: 0, WithoutObjective: 1), plan.LeftOut);
        Assert.Equal(3, plan.Revisions.Count());
    }

    [Fact]
    public void A_module_with_nothing_to_read_or_answer_is_left_out() =>
        Assert.Empty(PublicationPlan.Make(ReviewPolicy.Optional, [_module], [Draft(ReviewableKind.Objective)]).Modules);

    [Fact]
    public void A_module_nobody_accepted_is_left_out_where_review_is_required()
    {
        var drafts = new[] { Draft(ReviewableKind.Lesson, ReviewState.Accepted) };
        Assert.Empty(PublicationPlan.Make(ReviewPolicy.Required, [_module], drafts).Modules);
        _module.State = ModuleState.Accepted;
        Assert.Single(PublicationPlan.Make(ReviewPolicy.Required, [_module], drafts).Modules);
    }

    private Draft Draft(ReviewableKind kind, ReviewState state = ReviewState.Proposed, bool passed = true, Guid? objective = null) =>
        new(Guid.NewGuid(), _module.Id, kind, objective, 0, state, Guid.NewGuid(), [passed ? s_passed : s_failed]);
}
