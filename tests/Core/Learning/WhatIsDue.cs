using Xunit;

namespace Tutor.Learning;

public sealed class WhatIsDue
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(.2, 0, true)] // did not go well: at once
    [InlineData(.6, 6, false)]
    [InlineData(.6, 7, true)]
    [InlineData(.9, 29, false)]
    [InlineData(.9, 30, true)]
    public void The_surer_it_is_the_later_it_is_asked_again(double probability, int daysAgo, bool due) =>
        Assert.Equal(due, Due.Of([Asked(probability, s_now.AddDays(-daysAgo))], s_now).Count == 1);

    [Fact]
    public void What_was_never_asked_is_not_due_again() => Assert.Empty(Due.Of([Asked(.3, null)], s_now));

    private static ObjectiveMastery Asked(double probability, DateTimeOffset? at) => new(Guid.NewGuid(), Guid.NewGuid(), "Explain it", probability, at is null ? 0 : 1) { AskedAt = at };
}
