using Xunit;

namespace Tutor;

/// <summary>Pages at 320 pixels: nothing is cut off, and axe finds nothing.</summary>
public sealed class OnAPhone(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task A_learners_pages_fit() => await FitAsync(await app.AddLearnerAsync(), "/", "/courses/{course}", "/modules/{module}", "/modules/{module}/quiz", "/sources/{source}/pages/3", "/preferences");

    [Fact]
    public Task An_instructors_pages_fit() => FitAsync(app.Instructor,
        "/teach", "/teach/new", "/teach/{course}", "/teach/{course}/search?q=membrane", "/teach/{course}/outline", "/teach/{course}/publish", "/teach/{course}/people", "/teach/{course}/insight", "/teach/{course}/insight/learners", "/teach/{course}/questions", "/courses/{course}/tutor", "/teach/{course}/settings",
        "/teach/modules/{module}", "/teach/sources/{source}/delete", "/reviews/{review}");

    private async Task FitAsync(Person who, params string[] paths)
    {
        await using var visit = await Visit.StartAsync(chromium, app, who, width: 320);
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync(app.In(path));
            await visit.LooksRightAsync();
        }
    }
}
