using Xunit;

namespace Tutor.Learning;

public sealed class WhatComesNext
{
    [Fact]
    public void At_first_the_first_module() => Assert.Equal((NextKind.Learn, Id(0)), Next([false, false, false]));

    [Fact]
    public void Then_the_first_that_is_not_finished_wherever_one_has_been() => Assert.Equal((NextKind.Learn, Id(1)), Next([true, false, true]));

    [Fact]
    public void What_was_weak_in_the_module_before_comes_again_first() => Assert.Equal((NextKind.Revise, Id(1)), Next([true, true, false], weak: 1));

    [Fact]
    public void What_was_weak_longer_ago_does_not_hold_one_up() => Assert.Equal((NextKind.Learn, Id(2)), Next([true, true, false], weak: 0));

    [Fact]
    public void At_the_end_what_is_still_weak() => Assert.Equal((NextKind.Revise, Id(0)), Next([true, true, true], weak: 0));

    [Fact]
    public void And_then_nothing() => Assert.Null(Next([true, true, true]));

    [Fact]
    public void An_objective_nobody_has_asked_for_is_not_weak() =>
        Assert.Null(Dashboards.Next([Module(0, true)], [new ObjectiveMastery(Id(50), Id(0), "Explain it", 0.3, Observations: 0)]));

    private static (NextKind, Guid)? Next(bool[] finished, int? weak = null)
    {
        var next = Dashboards.Next(
            [.. finished.Select((f, i) => Module(i, f))],
            [.. finished.Select((_, i) => new ObjectiveMastery(Id(50 + i), Id(i), "Explain it", i == weak ? 0.2 : 0.9, Observations: 3))]);
        return next is null ? null : (next.Kind, next.ModuleId);
    }

    private static DashboardModule Module(int i, bool finished) => new(Id(i), $"Module {i}", "", finished, null, null);

    private static Guid Id(int n) => new(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
