using Xunit;

namespace Tutor.Insights;

public sealed class NeedingHelp
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_objective = Guid.NewGuid();

    private static readonly LearnerRow s_fine = new(
        Guid.NewGuid(), "Ada", "ada@example.org", s_now.AddDays(-60), Finished: 3, Attempts: 4, LastAt: s_now.AddDays(-2), Mastered: 5, Weak: 0, Stuck: null, StuckAnswers: 0, new Share(12, 16), new Share(11, 16));

    [Fact]
    public void Nobody_who_goes_on_well() => Assert.Null(Of(s_fine));

    [Fact]
    public void Who_answers_and_answers_without_mastering_is_stuck_and_it_is_said_with_what()
    {
        var need = Of(s_fine with { Stuck = s_objective, StuckAnswers = 8, Weak = 1 });
        Assert.Equal(new LearnerNeed(LearnerNeedKind.Stuck, "Explain osmosis", 8), need);
    }

    [Fact]
    public void Whose_last_quizzes_went_much_worse_is_falling() => Assert.Equal(LearnerNeedKind.Falling, Of(s_fine with { Late = new Share(6, 16), Early = new Share(14, 16) })?.Kind);

    [Fact]
    public void A_few_answers_are_no_fall() => Assert.Null(Of(s_fine with { Late = new Share(1, 4), Early = new Share(4, 4) }));

    [Fact]
    public void Who_began_and_stays_away_is_missed_but_not_who_has_finished()
    {
        var away = s_fine with { LastAt = s_now.AddDays(-20) };
        Assert.Equal(new LearnerNeed(LearnerNeedKind.Away, Days: 20), Of(away));
        Assert.Null(Of(away with { Finished = 10 }));
    }

    [Fact]
    public void Who_came_a_week_ago_and_did_nothing_has_not_started()
    {
        var idle = s_fine with { Finished = 0, Attempts = 0, LastAt = null, Late = default, Early = default };
        Assert.Equal(new LearnerNeed(LearnerNeedKind.NotStarted, Days: 60), Of(idle));
        Assert.Null(Of(idle with { EnrolledAt = s_now.AddDays(-3) }));
    }

    private static LearnerNeed? Of(LearnerRow row) => LearnerNeeds.Of(row, modules: 10, new Dictionary<Guid, string> { [s_objective] = "Explain osmosis" }, s_now);
}
