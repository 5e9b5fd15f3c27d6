using Tutor.Personalising;
using Tutor.Review;
using Tutor.Web.Reading;
using Xunit;

namespace Tutor.Web;

public sealed class CuttingALesson
{
    [Fact]
    public void At_its_headings_and_what_has_none_stays_with_the_part_before()
    {
        var text = LessonText.Of(Page("First", "Second", "Second"));

        Assert.Equal(["First", "Second"], text.Parts.Select(p => p.Heading));
        Assert.Equal(["part-1", "part-2"], text.Parts.Select(p => p.Anchor));
        Assert.Contains("<h2 id=\"part-2\" dir=\"auto\">Second</h2>", text.Parts[1].Html, StringComparison.Ordinal);
        Assert.Equal(2, text.Parts[1].Html.Split("<section").Length - 1);
    }

    [Fact]
    public void A_heading_is_listed_as_it_is_read() => Assert.Equal("A < B & C", LessonText.Of(Page("A < B & C")).Parts[0].Heading);

    [Theory]
    [InlineData("The cell is the unit of life, and all of it is in the cell.", "en", "ltr")]
    [InlineData("Die Zelle ist die Einheit des Lebens, und alles ist in der Zelle.", "de", "ltr")]
    [InlineData("الخلية هي الوحدة الأساسية للحياة في جميع الكائنات", "ar", "rtl")]
    [InlineData("התא הוא יחידת החיים", null, "auto")]
    public void Its_language_and_direction_are_told(string sentence, string? language, string direction)
    {
        var text = LessonText.Of(LessonPage.Of(Variant([new(LessonSectionKind.Overview, "Overview", null, [new(sentence, [], Detail.Brief)])])));

        Assert.Equal((language, direction), (text.Language, text.Direction));
    }

    private static LessonPage Page(params string[] headings) =>
        LessonPage.Of(Variant([.. headings.Select(h => new LessonSection(LessonSectionKind.Explanation, h, null, [new($"A sentence of {h}.", [], Detail.Brief)]))]));

    private static LessonVariant Variant(IReadOnlyList<LessonSection> sections) => new(Detail.Standard, LessonStyle.Prose, sections, []);
}
