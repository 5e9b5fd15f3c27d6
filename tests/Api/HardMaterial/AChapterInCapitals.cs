using Xunit;

namespace Tutor.HardMaterial;

public sealed class AChapterInCapitals(TutorApp app)
{
    [Fact]
    public async Task Titles_and_objectives_do_not_shout_and_the_file_says_what_is_wrong()
    {
        var course = await HardCourse.MakeAsync(app, "shouted.md", HardDocuments.Shouted());

        Assert.Contains(course.Sources[0].Notes, n => n.Code == "capitals");
        Assert.Contains("The Discovery of Cells", course.Modules.Select(m => m.Title));
        Assert.Contains(course.Modules.SelectMany(m => m.Objectives), o => o.EndsWith(" the discovery of cells", StringComparison.Ordinal));
        Assert.Contains("RESOLUTION IS THE SMALLEST DISTANCE", (await course.SearchAsync("what is resolution"))[0].Text("text"), StringComparison.Ordinal);
        Assert.All(course.Modules, m => Assert.InRange(m.LessonWords, 100, 600));
        Assert.All(course.Modules.Where(m => m.Items.Count == 0), m => Assert.Matches(@"\d+ of its \d+ sentences", m.Notice.Text("message")));
        Assert.True(course.Modules.Sum(m => m.Items.Count) >= 10);
    }
}
