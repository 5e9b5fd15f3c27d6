using Xunit;

namespace Tutor.HardMaterial;

public sealed class AChapterInGerman(TutorApp app)
{
    [Fact]
    public async Task It_is_found_and_told_and_says_that_questions_want_English()
    {
        var course = await HardCourse.MakeAsync(app, "zelle.md", HardDocuments.GermanChapter);

        Assert.Contains("Die Osmose ist", (await course.SearchAsync("Was ist Osmose?"))[0].Text("text"), StringComparison.Ordinal);
        var module = Assert.Single(course.Modules);
        Assert.Equal("Die Zelle", module.Title);
        Assert.Empty(module.Objectives);
        Assert.Empty(module.Items);
        Assert.InRange(module.LessonWords, 80, 400);
        Assert.Contains("Organellen sind abgegrenzte Räume der Zelle mit einer eigenen Aufgabe.", module.Sentences);
        Assert.Equal("not-english", module.Notice.Text("code"));
        Assert.Equal("no-objectives", course.Outline.GetProperty("notice").Text("code"));
        Assert.Contains("The module has no objectives: the text is not in English", course.Outline.GetProperty("notice").Text("message"), StringComparison.Ordinal);
    }
}
