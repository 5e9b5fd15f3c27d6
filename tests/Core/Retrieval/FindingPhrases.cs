using Tutor.Retrieval.Queries;
using Xunit;

namespace Tutor.Retrieval;

public sealed class FindingPhrases
{
    [Theory]
    [InlineData("\"do gender\"", "People DO gender; doing it, they do — gender.", 2)]
    [InlineData("“self esteem”", "Self-esteem grows with self esteem.", 2)]
    [InlineData("“self-esteem”", "What is self esteem?", 1)]
    [InlineData("“naive realism”", "Naïve realism is a bias.", 1)]
    [InlineData("“don't panic”", "The cover says: don’t panic!", 1)]
    [InlineData("“1000 words”", "A picture is worth 1,000 words.", 1)]
    [InlineData("“first class”", "The ﬁrst class came.", 1)]
    [InlineData("“the people rights”", "the people's rights", 1)]
    [InlineData("“social class”", "social, and much later in the sentence, class", 0)]
    [InlineData("“class social”", "social class", 0)]
    [InlineData("“art class”", "Smart class", 0)]
    [InlineData("“die Strasse”", "Die Straße ist lang.", 1)]
    public void Are_found_in_a_row_whatever_their_case_accents_and_hyphens(string quoted, string text, int times) =>
        Assert.Equal(times, new Phrase(quoted).TimesIn(text));
}
