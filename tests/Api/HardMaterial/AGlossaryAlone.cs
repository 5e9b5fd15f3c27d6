using Xunit;

namespace Tutor.HardMaterial;

public sealed class AGlossaryAlone(TutorApp app)
{
    [Fact]
    public async Task Its_definitions_are_told_asked_for_and_named_as_objectives()
    {
        var course = await HardCourse.MakeAsync(app, "glossary.md", HardDocuments.GlossaryOnly());

        var module = Assert.Single(course.Modules);
        Assert.Equal("Glossary", module.Title);
        Assert.NotEmpty(module.Objectives);
        Assert.All(module.Objectives, o => Assert.StartsWith("Define ", o, StringComparison.Ordinal));
        Assert.True(module.Items.Count >= 6, $"{module.Items.Count} items");
        Assert.All(module.Items, i => Assert.Contains(i.Text("kind"), new[] { "term-to-definition", "definition-to-term" }));
        Assert.Contains(module.Sentences, s => s.Contains(": ", StringComparison.Ordinal));
        Assert.Contains("nuclear envelope", (await course.SearchAsync("double membrane around the nucleus"))[0].Text("text"), StringComparison.OrdinalIgnoreCase);
    }
}
