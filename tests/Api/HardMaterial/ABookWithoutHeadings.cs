using Xunit;

namespace Tutor.HardMaterial;

public sealed class ABookWithoutHeadings(TutorApp app)
{
    [Fact]
    public async Task Modules_are_named_by_what_they_are_about_and_have_all_that_others_have()
    {
        var course = await HardCourse.MakeAsync(app, "book.txt", HardDocuments.BookWithoutHeadings());

        Assert.InRange(course.Modules.Count, 3, 10);
        Assert.Distinct(course.Modules.Select(m => m.Title));
        Assert.Contains(course.Modules, m => m.Title.Contains("microscope", StringComparison.OrdinalIgnoreCase));
        Assert.All(course.Modules, m =>
        {
            Assert.NotEmpty(m.Objectives);
            Assert.InRange(m.LessonWords, 100, 600);
            Assert.True(m.Items.Count >= 6, $"{m.Title}: {m.Items.Count} items");
        });
        Assert.Contains("mitochondrion", (await course.SearchAsync("What is a mitochondrion?"))[0].Text("text"), StringComparison.Ordinal);
    }
}
