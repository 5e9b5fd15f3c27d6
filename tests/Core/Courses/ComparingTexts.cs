using Tutor.Courses.Differences;
using Xunit;

namespace Tutor.Courses;

public sealed class ComparingTexts
{
    [Theory]
    [InlineData("a b c", "a b c", "=a b c")]
    [InlineData("Describe what limits memory", "Explain what limits memory", "-Describe +Explain =what limits memory")]
    [InlineData("", "all new", "+all new")]
    [InlineData("all gone", "", "-all gone")]
    [InlineData("a b c d", "a x c d e", "=a -b +x =c d +e")]
    public void Each_word_has_its_fate(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordDiff.Between(before, after).Select(r => (r.Kind switch { RunKind.Same => "=", RunKind.Added => "+", RunKind.Removed => "-", _ => "…" }) + r.Text)));

    [Fact]
    public void What_stayed_far_from_a_change_is_skipped()
    {
        var kept = string.Join(' ', Enumerable.Range(0, 100));
        var runs = WordDiff.Between(kept + " old", kept + " new");
        Assert.Equal([RunKind.Skipped, RunKind.Same, RunKind.Removed, RunKind.Added], runs.Select(r => r.Kind));
        Assert.Equal("92 93 94 95 96 97 98 99", runs[1].Text);
    }

    [Fact]
    public void Two_texts_without_a_word_in_common_are_told_as_wholes_however_long()
    {
        var (a, b) = (string.Join(' ', Enumerable.Repeat("a", 5000)), string.Join(' ', Enumerable.Repeat("b", 5000)));
        Assert.Equal([RunKind.Removed, RunKind.Added], WordDiff.Between(a, b).Select(r => r.Kind));
    }
}
