using Xunit;

namespace Tutor.HardMaterial;

public sealed class ATranscriptWithoutPunctuation(TutorApp app)
{
    [Fact]
    public async Task It_is_found_by_its_seconds_and_says_that_its_sentences_have_no_ends()
    {
        var course = await HardCourse.MakeAsync(app, "lecture.vtt", HardDocuments.TranscriptWithoutPunctuation());

        Assert.Matches(@"The text has \d+ words and no full stop", Assert.Single(course.Sources[0].Notes, n => n.Code == "no-punctuation").Message);
        var found = (await course.SearchAsync("what is prophase"))[0];
        Assert.Contains("prophase", found.Text("text"), StringComparison.Ordinal);
        Assert.True(found.GetProperty("locator").GetProperty("from").GetDouble() > 60);
        var module = Assert.Single(course.Modules);
        Assert.Empty(module.Items);
        Assert.Equal("no-sentences", module.Notice.Text("code"));
        Assert.Matches(@"This module has \d+ words but only \d sentences with an end", module.Notice.Text("message"));
        Assert.Equal("no-sentences", module.LessonWork.GetProperty("failure").Text("code"));
    }
}
