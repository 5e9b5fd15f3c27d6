using Xunit;

namespace Tutor.HardMaterial;

public sealed class ADeckOfPictures(TutorApp app)
{
    [Fact]
    public async Task The_file_and_the_outline_say_how_little_text_there_is()
    {
        var course = await HardCourse.MakeAsync(app, ("pictures.pptx", HardDocuments.DeckOfPictures()));

        var note = Assert.Single(course.Sources[0].Notes, n => n.Code == "little-text");
        Assert.Contains("12 pages or slides hold 10 words in all", note.Message, StringComparison.Ordinal);
        Assert.Contains("Plant cells", (await course.SearchAsync("plant cells"))[0].Text("text"), StringComparison.Ordinal);
        Assert.Equal("failed", course.Outline.Text("state"));
        var failure = course.Outline.GetProperty("failure");
        Assert.Equal("too-little-material", failure.Text("code"));
        Assert.Contains("10 words of text, and a module wants 40 or more", failure.Text("message"), StringComparison.Ordinal);
        Assert.Empty(course.Modules);
    }
}
