using System.Text.Json;
using Xunit;

namespace Tutor.HardMaterial;

public sealed class FourHundredPagesUnderOneHeading(TutorApp app)
{
    [Fact]
    public async Task It_is_parted_into_sittings_with_names_of_their_own_and_found_by_page()
    {
        var course = await HardCourse.MakeAsync(app, ("gazetteer.pdf", HardDocuments.OneHeadingAnd400Pages()));

        Assert.Equal(400, course.Sources[0].Pages);
        Assert.InRange(course.Modules.Count, 3, 20);
        Assert.Distinct(course.Modules.Select(m => m.Title));
        Assert.Distinct(course.Modules.SelectMany(m => m.Objectives));
        Assert.All(course.Modules, m => Assert.StartsWith("The islands of the archipelago: ", m.Title, StringComparison.Ordinal));
        Assert.All(course.Modules, m => Assert.InRange(m.LessonWords, 100, 1200));
        Assert.All(course.Modules.Where(m => m.Items.Count == 0), m => Assert.Matches(@"\d+ of its \d+ sentences", m.Notice.Text("message")));
        var found = (await course.SearchAsync("How many people live on " + HardDocuments.NameOfIsland(321)))[0];
        var (locator, to) = (found.GetProperty("locator"), found.GetProperty("locator").GetProperty("pageTo"));
        var first = locator.GetProperty("page").GetInt32();
        Assert.InRange(322, first, to.ValueKind == JsonValueKind.Null ? first : to.GetInt32());
    }
}
