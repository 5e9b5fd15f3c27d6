using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Tutor.Assessment;

public sealed class TracingKnowledge
{
    private static readonly KnowledgeTracing s_model = new(Known: 0.3, Learn: 0.15, Slip: 0.1);

    // By hand, with a guess of one in four: right .3*.9 / (.3*.9 + .7*.25) = .6067, wrong .3*.1 / (.3*.1 + .7*.75) = .0541; then a share of .15 of the rest is learned.
    [Theory]
    [InlineData(true, 0.66573)]
    [InlineData(false, 0.19595)]
    public void One_answer_is_weighed_as_Corbett_and_Anderson_do(bool correct, double expected) => Assert.Equal(expected, s_model.After(0.3, correct, choices: 4), 5);

    [Fact]
    public void A_right_answer_says_more_where_guessing_is_harder() => Assert.True(s_model.After(0.3, correct: true, choices: 5) > s_model.After(0.3, correct: true, choices: 2));

    [Fact]
    public void It_stays_a_probability_and_a_right_answer_never_counts_less_than_a_wrong_one() =>
        Prop.ForAll<NormalFloat, PositiveInt>((p, choices) =>
        {
            var before = Math.Abs(p.Get) % 1;
            var (right, wrong) = (s_model.After(before, true, choices.Get), s_model.After(before, false, choices.Get));
            return right is >= 0 and <= 1 && wrong is >= 0 and <= 1 && right >= wrong;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mastery_can_be_reached_after_any_past()
    {
        var mastery = s_model.Known;
        for (var n = 0; n < 50; n++) mastery = s_model.After(mastery, correct: false, choices: 4);
        var needed = 0;
        for (; mastery < Learning.Dashboards.Mastered; needed++) mastery = s_model.After(mastery, correct: true, choices: 4);
        Assert.InRange(needed, 1, 4);
    }
}
