using Xunit;

namespace Tutor.HardMaterial;

public sealed class TheSameChapterTwice(TutorApp app)
{
    [Fact]
    public async Task It_makes_its_modules_once_and_every_passage_is_found_once()
    {
        var chapter = HardDocuments.Chapter("1-cells.md");
        var once = await HardCourse.MakeAsync(app, "chapter-1.md", chapter);
        var twice = await HardCourse.MakeAsync(app, ("chapter-1.md", Bytes(chapter)), ("chapter-1 (copy).md", Bytes(chapter + "\n\nRevised in spring.\n")));

        Assert.Equal(once.Modules.Select(m => m.Title), twice.Modules.Select(m => m.Title));
        Assert.Equal(once.Modules.Select(m => m.Objectives), twice.Modules.Select(m => m.Objectives));
        Assert.Distinct(twice.Modules.SelectMany(m => m.Items).Select(i => i.Text("stem")));
        Assert.All(twice.Modules, m => Assert.Distinct(m.Sentences));
        var found = await twice.SearchAsync("who discovered cells", 10);
        Assert.Equal(10, found.Count);
        Assert.Distinct(found.Select(p => p.Text("text")));
        Assert.Equal(30, (await twice.SearchAsync("who discovered cells", 30)).Count);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
