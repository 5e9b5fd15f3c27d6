using Xunit;

namespace Tutor.HardMaterial;

public sealed class ATableOf2000Rows(TutorApp app)
{
    [Fact]
    public async Task Every_row_is_found_and_nobody_is_asked_what_stands_in_one()
    {
        var course = await HardCourse.MakeAsync(app, "leaves.md", HardDocuments.TableOf2000Rows());

        Assert.Contains("2,001 rows", Assert.Single(course.Sources[0].Notes, n => n.Code == "long-table").Message, StringComparison.Ordinal);
        Assert.Contains("L1777 |", (await course.SearchAsync("L1777"))[0].Text("text"), StringComparison.Ordinal);
        Assert.Contains("11 words of text beside 2,001 rows of data", course.Outline.GetProperty("failure").Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_chapter_it_leaves_the_chapters_modules_as_they_are()
    {
        var chapter = HardDocuments.Chapter("1-cells.md");
        var alone = await HardCourse.MakeAsync(app, "1-cells.md", chapter);
        var beside = await HardCourse.MakeAsync(app, "1-cells.md", chapter + "\n\n# Appendix\n\n" + HardDocuments.TableOf2000Rows().Split("\n\n", 3)[2]);

        Assert.Equal(alone.Modules.Select(m => m.Title), beside.Modules.Take(alone.Modules.Count).Select(m => m.Title));
        Assert.DoesNotContain(beside.Modules.SelectMany(m => m.Items), i => i.Text("stem").Contains(" L0", StringComparison.Ordinal));
    }
}
