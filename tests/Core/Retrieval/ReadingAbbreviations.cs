using Xunit;

namespace Tutor.Retrieval;

public sealed class ReadingAbbreviations
{
    [Theory]
    [InlineData("Sleep with rapid eye movement (REM) is deep.", "REM = rapid eye movement")]
    [InlineData("The REM (rapid eye movement) stage.", "REM = rapid eye movement")]
    [InlineData("Use a magnetic resonance imaging (MRI) scan.", "MRI = magnetic resonance imaging")]
    [InlineData("Founded in 1892, the American Psychological Association (APA) is the largest.", "APA = American Psychological Association")]
    [InlineData("attention deficit/hyperactivity disorder (ADHD)", "ADHD = attention deficit/hyperactivity disorder")]
    [InlineData("It was found (Smith, 2010) in Rome (RI) and Paris (France).", "")]
    [InlineData("Something else entirely (XYZ) is meant.", "")]
    [InlineData("(REM) stands alone.", "")]
    [InlineData("", "")]
    public void Are_those_a_text_explains(string text, string found) =>
        Assert.Equal(found, string.Join("; ", Abbreviation.In(text).Select(a => $"{a.Brief} = {a.Full}")));
}
