using System.Net;
using Xunit;

namespace Tutor.HardMaterial;

public sealed class ASectionWithFewFacts(TutorApp app)
{
    [Fact]
    public async Task It_gets_fewer_questions_and_its_page_says_so_in_numbers()
    {
        var course = await HardCourse.MakeAsync(app, "scope.md", Text);
        var module = Assert.Single(course.Modules);

        Assert.InRange(module.Items.Count, 1, 5);
        Assert.Equal("few-items", module.Notice.Text("code"));
        Assert.Matches($@"^There (is 1 question|are {module.Items.Count} questions) where a module of this length usually has \d+: \d+ of its \d+ sentences state a fact", module.Notice.Text("message"));
        using var page = await PageClient.StartAsync(app, course.Instructor);
        var (status, body, _) = await page.GetAsync($"/teach/modules/{module.Module.Id()}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(module.Notice.Text("message"), body, StringComparison.Ordinal);
    }

    private const string Text = """
        # Walking in the hills

        We left the car at the bridge and went up through the wood. It was early, and nobody was about. After an hour we stood on the ridge and looked back at the river, and somebody opened a flask.

        A **cairn** is a heap of stones that marks a path. A **col** is the lowest point of a ridge between two peaks. A **tarn** is a small lake that lies in a hollow of the mountains. A **scree** is a slope of loose stones below a cliff.

        We went on to the second top, where the wind was strong, and then down on the other side. The way back was longer than we had thought. In the evening it rained.
        """;
}
