using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Assessment;

public sealed class ChoosingItems
{
    private static readonly Guid[] s_objectives = [.. Enumerable.Range(1, 3).Select(Id)];
    private static readonly Guid s_chunk = Id(900);

    [Fact]
    public void Every_objective_is_asked_for_before_one_is_asked_for_more()
    {
        // Nine of ten items are about the first objective, and they are the surest.
        var pool = Enumerable.Range(0, 30).Select(i => Item(i, s_objectives[i < 27 ? 0 : i - 26 > 2 ? 2 : i - 26])).ToList();

        var chosen = QuizChoice.Choose(pool, s_objectives, Id(1));

        Assert.Equal(6, chosen.Count);
        Assert.Equal([3, 2, 1], s_objectives.Select(o => chosen.Count(c => c.ObjectiveId == o)).OrderDescending());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(6, 5)] // one is left for the lesson
    [InlineData(30, 6)]
    public void It_is_as_long_as_the_pool_and_the_objectives_allow(int pool, int expected) =>
        Assert.Equal(expected, QuizChoice.Choose([.. Enumerable.Range(0, pool).Select(i => Item(i, s_objectives[i % 3]))], s_objectives, Id(1)).Count);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(4, 8)]
    [InlineData(20, 8)]
    public void Five_to_eight_items(int objectives, int expected)
    {
        Guid[] all = [.. Enumerable.Range(1, objectives).Select(Id)];
        Assert.Equal(expected, QuizChoice.Choose([.. Enumerable.Range(0, 60).Select(i => Item(i, all[i % objectives]))], all, Id(1)).Count);
    }

    [Fact]
    public void Kinds_are_mixed()
    {
        var pool = Enumerable.Range(0, 24).Select(i => Item(i, s_objectives[0], kind: i < 20 ? "term-to-definition" : $"kind-{i}")).ToList();

        var chosen = QuizChoice.Choose(pool, [s_objectives[0]], Id(1));

        Assert.Equal(5, chosen.Select(c => c.Body.Kind).Distinct().Count());
    }

    [Fact]
    public void Two_items_on_the_same_words_are_not_in_one_quiz_while_others_are_left()
    {
        var pool = Enumerable.Range(0, 10).Select(i => Item(i, s_objectives[0], start: i < 6 ? 0 : i * 100)).ToList();

        var chosen = QuizChoice.Choose(pool, [s_objectives[0]], Id(1));

        Assert.Single(chosen, c => c.Rank < 6);
    }

    [Fact]
    public void A_learner_always_gets_the_same_and_neighbours_get_others()
    {
        var pool = Enumerable.Range(0, 40).Select(i => Item(i, s_objectives[i % 3])).ToList();
        IReadOnlyList<Guid> For(int learner) => [.. QuizChoice.Choose(pool, s_objectives, Id(learner)).Select(c => c.ItemId)];

        Assert.Equal(For(1), [.. QuizChoice.Choose([.. Enumerable.Reverse(pool)], s_objectives, Id(1)).Select(c => c.ItemId)]);
        Assert.InRange(Enumerable.Range(1, 20).Select(l => string.Join(',', For(l))).Distinct().Count(), 11, 20);
    }

    [Fact]
    public void The_surest_come_first()
    {
        var pool = Enumerable.Range(0, 300).Select(i => Item(i, s_objectives[i % 3])).ToList();

        // Two items of each objective, out of the seven surest of it, whoever learns.
        Assert.All(Enumerable.Range(1, 50), l => Assert.All(QuizChoice.Choose(pool, s_objectives, Id(l)), c => Assert.InRange(c.Rank, 0, 20)));
    }

    [Fact]
    public void Items_stand_in_the_order_of_their_objectives()
    {
        var pool = Enumerable.Range(0, 12).Select(i => Item(i, s_objectives[(i + 1) % 3])).ToList();
        Assert.Equal(s_objectives, QuizChoice.Choose(pool, s_objectives, Id(1)).Select(c => c.ObjectiveId!.Value).Distinct());
    }

    private static PoolItem Item(int i, Guid objective, string kind = "term-to-definition", int? start = null) => new(
        Id(1000 + i), Id(2000 + i), objective, i,
        new ItemBody(kind, BloomLevel.Remember, $"Question {i}?", [], "", [new Citation(s_chunk, Id(901), "memory.md", "ten letters", start ?? i * 100, new Locator(1, null, [], null, null))]));

    private static Guid Id(int n) => new(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
