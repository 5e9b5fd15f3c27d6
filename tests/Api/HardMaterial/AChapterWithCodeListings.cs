using Xunit;

namespace Tutor.HardMaterial;

public sealed class AChapterWithCodeListings(TutorApp app)
{
    [Fact]
    public async Task Programs_keep_their_lines_and_are_neither_told_nor_asked_as_sentences()
    {
        var course = await HardCourse.MakeAsync(app, "python.md", HardDocuments.CodeListings);

        Assert.Contains("for price in [3, 5, 8]:\n    total += price", (await course.SearchAsync("total += price"))[0].Text("text"), StringComparison.Ordinal);
        var module = Assert.Single(course.Modules);
        Assert.DoesNotContain(module.Sentences, s => s.Contains("def area", StringComparison.Ordinal) || s.Contains("Traceback", StringComparison.Ordinal));
        Assert.DoesNotContain(module.Items, i => i.ToString().Contains("def area", StringComparison.Ordinal));
        Assert.Contains(module.Sentences, s => s.Contains("infinite loop", StringComparison.Ordinal) || s.StartsWith("A loop is", StringComparison.Ordinal));
    }
}
