using Xunit;

namespace Tutor.HardMaterial;

public sealed class AChapterOfMathematics(TutorApp app)
{
    [Fact]
    public async Task Formulas_stay_as_they_are_written()
    {
        var course = await HardCourse.MakeAsync(app, "equations.md", HardDocuments.Mathematics);

        var system = (await course.SearchAsync("set of equations that must hold at the same time"))[0].Text("text");
        Assert.Contains(@"\begin{aligned} a_1 x + b_1 y &= c_1 \\ a_2 x + b_2 y &= c_2 \end{aligned}", system, StringComparison.Ordinal);
        var module = Assert.Single(course.Modules);
        Assert.NotEmpty(module.Objectives);
        Assert.InRange(module.LessonWords, 60, 600);
        Assert.All(module.Sentences, s => Assert.True(s.Count(c => c == '$') % 2 == 0, s));
        Assert.All(module.Items.SelectMany(i => i.List("choices")), c => Assert.True(c.Text("text").Count(x => x == '$') % 2 == 0, c.Text("text")));
        if (module.Items.Count < 6) Assert.Equal("few-items", module.Notice.Text("code"));
    }
}
