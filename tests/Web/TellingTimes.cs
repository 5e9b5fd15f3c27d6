using Tutor.Web;
using Xunit;

namespace Tutor;

public sealed class TellingTimes
{
    [Theory]
    [InlineData("00:00:20", "just now")]
    [InlineData("00:01:30", "1 minute ago")]
    [InlineData("02:59:00", "2 hours ago")]
    [InlineData("1.03:00:00", "yesterday")]
    [InlineData("6.00:00:00", "6 days ago")]
    [InlineData("8.00:00:00", "12 November 2026")]
    [InlineData("-00:00:05", "just now")]
    public void As_long_ago_as_people_say_it(string past, string words)
    {
        var now = new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(words, Words.Ago(now - TimeSpan.Parse(past, System.Globalization.CultureInfo.InvariantCulture), now));
    }
}
