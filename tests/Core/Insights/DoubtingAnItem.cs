using Xunit;

namespace Tutor.Insights;

public sealed class DoubtingAnItem
{
    [Theory]
    [InlineData(0, 10, 0.25, 0.0563)] // .75 to the tenth
    [InlineData(2, 4, 0.5, 0.6875)] // 11 of 16
    [InlineData(10, 10, 0.25, 1)]
    [InlineData(460, 2000, 0.25, 0.0205)]
    public void The_binomial_tail_is_as_in_tables(int right, int tries, double probability, double expected) =>
        Assert.Equal(expected, ItemDoubts.AtMost(right, tries, probability), 3);

    [Fact]
    public void Few_answers_are_no_reason() => Assert.Empty(Doubts(right: 0, wrong: [3, 1, 0]));

    [Fact]
    public void Right_below_chance_and_another_rather_taken() =>
        Assert.Equal([ItemDoubtKind.BelowChance, ItemDoubtKind.RatherTaken, ItemDoubtKind.NobodyTakes], Doubts(right: 2, wrong: [20, 2, 0]));

    [Fact]
    public void Half_right_and_every_distractor_taken_is_a_good_item() => Assert.Empty(Doubts(right: 12, wrong: [4, 4, 4]));

    [Fact]
    public void Where_the_strong_fail_it_may_be_read_in_two_ways() =>
        Assert.Equal([ItemDoubtKind.StrongFail], Doubts(right: 14, wrong: [6, 5, 5], restOfRight: 0.3, restOfWrong: 0.8));

    [Fact]
    public void Where_the_strong_are_right_it_is_as_it_should_be() => Assert.Empty(Doubts(right: 14, wrong: [6, 5, 5], restOfRight: 0.8, restOfWrong: 0.3));

    private static IEnumerable<ItemDoubtKind> Doubts(int right, int[] wrong, double restOfRight = 0.5, double restOfWrong = 0.5)
    {
        IReadOnlyList<ChoiceInsight> choices = [new("key", true, right), .. wrong.Select((n, i) => new ChoiceInsight($"distractor {i}", false, n))];
        var taken = choices.Where(c => c.Taken > 0).Select(c =>
        {
            var rest = c.IsKey ? restOfRight : restOfWrong;
            // Half of them do a little better and half a little worse than that.
            return new TakenChoice(Guid.Empty, Guid.Empty, Guid.NewGuid(), c.IsKey, c.Taken, c.Taken * rest, c.Taken * ((rest * rest) + 0.01));
        });
        return ItemDoubts.Of([.. taken], choices).Select(d => d.Kind);
    }
}
