using Xunit;

namespace Tutor.Parsing.Text;

public sealed class CleaningText
{
    [Theory]
    [InlineData("mi\u200bto\u2060sis", "mitosis", 2)]
    [InlineData("The \u202egnirts\u202c", "The gnirts", 2)]
    [InlineData("Read\U000E0049\U000E0047\U000E004E this", "Read this", 3)]
    [InlineData("a\0b\u0007c\r\nd\re", "abc\nd\ne", 0)]
    [InlineData("hyphen\u00adation", "hyphenation", 0)]
    [InlineData("eﬃcient ﬂow", "efficient flow", 0)]
    [InlineData("Zu\u0308rich", "Zürich", 0)]
    [InlineData("می\u200cخواهم", "می\u200cخواهم", 0)]
    [InlineData("👩\u200d🔬 works", "👩\u200d🔬 works", 0)]
    [InlineData("x\ufe0f\ufe01\ufe02y", "xy", 2)]
    public void What_cannot_be_seen_goes_and_is_counted(string text, string expected, int removed)
    {
        var cleaner = new TextCleaner();
        Assert.Equal(expected, cleaner.Clean(text));
        Assert.Equal(removed, cleaner.Removed);
        Assert.Equal(removed > 0, cleaner.Note is not null);
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_it() => Assert.Equal("half \ufffd emoji", new TextCleaner().Clean("half \ud83d emoji"));

    [Fact]
    public void A_letter_keeps_thirty_marks_of_a_million() =>
        Assert.InRange(new TextCleaner().Clean("a" + new string('\u0316', 1_000_000) + "b").Length, 30, 33);
}
