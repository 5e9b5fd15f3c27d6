using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Courses;

public sealed class ShapingModules(TutorApp app)
{
    [Fact]
    public async Task Joined_modules_have_all_objectives_and_questions_and_the_rest_closes_up()
    {
        var (instructor, course) = await app.ACourseAsync(modules: 3);

        var joined = await (await instructor.Client.PostAsync($"/api/v1/modules/{course.Modules[0].Id}/joins", new { })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(12, joined.GetProperty("items").GetInt32());
        Assert.Equal(4, joined.List("objectives").Count());
        var modules = await ModulesAsync(instructor, course.Id);
        Assert.Equal(["Module 1", "Module 3"], modules.Select(m => m.Text("title")));
        Assert.Equal([0, 1], modules.Select(m => m.GetProperty("position").GetInt32()));
        await (await instructor.Client.PostAsync($"/api/v1/modules/{course.Modules[2].Id}/joins", new { })).ProblemAsync(HttpStatusCode.Conflict, "no-next-module");
    }

    [Fact]
    public async Task A_divided_module_gives_what_rests_on_its_second_half_to_the_new_one()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await course.IngestAsync("cells.md", $"# Cells\n\n## The nucleus\n\n{Nucleus}\n\n## The ribosome\n\n{Ribosome}\n");
        await using var db = app.NewContext();
        var chunks = await db.Chunks.Where(c => c.CourseId == course.Id).OrderBy(c => c.Ordinal).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
        var module = (await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/modules", new { title = "Parts of a cell", chunkIds = chunks })).JsonAsync(HttpStatusCode.Created)).Id();
        await AimAsync(instructor, module, "Describe the nucleus of a eukaryotic cell");
        await AimAsync(instructor, module, "Explain how a ribosome builds proteins");

        await (await instructor.Client.PostAsync($"/api/v1/modules/{module}/splits", new { chunkId = chunks[0] })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        var made = await (await instructor.Client.PostAsync($"/api/v1/modules/{module}/splits", new { chunkId = chunks[1] })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal("The ribosome", made.Text("title"));
        Assert.Equal("Explain how a ribosome builds proteins", Assert.Single(made.List("objectives")).Text("text"));
        var modules = await ModulesAsync(instructor, course.Id);
        Assert.Equal(["Parts of a cell", "The ribosome"], modules.Select(m => m.Text("title")));
        Assert.Equal("Describe the nucleus of a eukaryotic cell", Assert.Single(modules[0].List("objectives")).Text("text"));
        Assert.Equal(chunks[..1], (await db.Modules.AsNoTracking().SingleAsync(m => m.Id == module, TestContext.Current.CancellationToken)).ChunkIds);
    }

    private static async Task AimAsync(Person instructor, Guid module, string text) =>
        await (await instructor.Client.PostAsync($"/api/v1/modules/{module}/objectives", new { text })).JsonAsync(HttpStatusCode.Created);

    private static async Task<List<JsonElement>> ModulesAsync(Person person, Guid course) =>
        [.. (await (await person.Client.GetAnswerAsync($"/api/v1/courses/{course}/modules")).JsonAsync(HttpStatusCode.OK)).List("modules")];

    private static readonly string Nucleus = string.Join(' ', Enumerable.Repeat("The nucleus of a eukaryotic cell holds most of its DNA and is bounded by a double membrane with pores.", 12));

    private static readonly string Ribosome = string.Join(' ', Enumerable.Repeat("A ribosome builds proteins by reading the messenger RNA three bases at a time and joining amino acids.", 12));
}
