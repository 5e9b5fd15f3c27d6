using Tutor.Models.OpenAi;
using Xunit;

namespace Tutor.Models;

public sealed class ReadingRetryAfter
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("0", 0.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("Mon, 02 Mar 2026 09:30:20 GMT", 20.0)]
    [InlineData("Mon, 02 Mar 2026 09:29:00 GMT", 0.0)]
    public void Takes_seconds_and_dates(string value, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Faults.RetryAfter(value, s_now));

    [Theory]
    [InlineData("")]
    [InlineData("-3")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    [InlineData(null)]
    public void Overlooks_what_is_neither(string? value) => Assert.Null(Faults.RetryAfter(value, s_now));
}
