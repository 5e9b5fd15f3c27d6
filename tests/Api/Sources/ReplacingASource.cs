using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Sources;

public sealed class ReplacingASource(TutorApp app)
{
    private const string Nucleus = "Describe the nucleus of a eukaryotic cell", Ribosome = "Explain how a ribosome builds proteins";

    [Fact]
    public async Task What_both_have_cites_the_new_file_and_what_is_gone_goes_back_to_review()
    {
        var (instructor, course, module, old) = await ACourseAsync();
        var young = (await course.IngestAsync("cells-2.md", Text(ribosome: "Ribosomes are made of two subunits and sit on membranes or in the cytosol. "))).Id;

        var plan = await (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{old}/replacements?by={young}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((1, 1, 1, 1), (Count(plan, "same"), Count(plan, "gone"), Count(plan, "added"), Count(plan, "kept")));
        var lost = Assert.Single(plan.List("lost"));
        Assert.Equal(Ribosome, lost.Text("text"));
        Assert.Contains("A ribosome builds proteins", lost.List("quotes").Single().GetString(), StringComparison.Ordinal);
        Assert.Equal("ready", (await (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{old}")).JsonAsync(HttpStatusCode.OK)).Text("state")); // Only asked.

        await (await instructor.Client.PostAsync($"/api/v1/sources/{old}/replacements", new { by = young })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.NotFound, (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{old}")).StatusCode);
        var objectives = await ObjectivesAsync(instructor, course.Id);
        Assert.Equal(young, objectives[Nucleus].List("citations").Single().GetProperty("source").Id());
        Assert.Equal("accepted", objectives[Nucleus].Text("state"));
        Assert.Equal("proposed", objectives[Ribosome].Text("state"));
        Assert.Contains(objectives[Ribosome].List("checks"), c => c.Text("name") == "quote-in-source" && !c.GetProperty("passed").GetBoolean());
        await using var db = app.NewContext();
        var chunks = await db.Chunks.Where(c => c.SourceId == young).OrderBy(c => c.Ordinal).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(chunks, (await db.Modules.AsNoTracking().SingleAsync(m => m.Id == module, TestContext.Current.CancellationToken)).ChunkIds);
    }

    [Fact]
    public async Task A_source_of_another_course_or_the_same_one_takes_no_place()
    {
        var (instructor, _, _, old) = await ACourseAsync();
        var (_, other, _, foreign) = await ACourseAsync();

        await (await instructor.Client.PostAsync($"/api/v1/sources/{old}/replacements", new { by = foreign })).ProblemAsync(HttpStatusCode.Conflict, "no-replacement");
        await (await instructor.Client.PostAsync($"/api/v1/sources/{old}/replacements", new { by = old })).ProblemAsync(HttpStatusCode.Conflict, "no-replacement");

        Assert.NotEqual(Guid.Empty, other.Id);
        Assert.Equal(HttpStatusCode.OK, (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{old}")).StatusCode);
    }

    private async Task<(Person Instructor, TestCourse Course, Guid Module, Guid Source)> ACourseAsync()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        var source = (await course.IngestAsync("cells.md", Text(ribosome: "A ribosome builds proteins by reading the messenger RNA three bases at a time. "))).Id;
        await using var db = app.NewContext();
        var chunks = await db.Chunks.Where(c => c.SourceId == source).OrderBy(c => c.Ordinal).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
        var module = (await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/modules", new { title = "Parts of a cell", chunkIds = chunks })).JsonAsync(HttpStatusCode.Created)).Id();
        foreach (var text in (string[])[Nucleus, Ribosome])
            await (await instructor.Client.PostAsync($"/api/v1/modules/{module}/objectives", new { text })).JsonAsync(HttpStatusCode.Created);
        return (instructor, course, module, source);
    }

    private static string Text(string ribosome) =>
        $"# Cells\n\n## The nucleus\n\n{Repeated("The nucleus of a eukaryotic cell holds most of its DNA and is bounded by a double membrane. ")}\n\n## The ribosome\n\n{Repeated(ribosome)}\n";

    private static string Repeated(string sentence) => string.Concat(Enumerable.Repeat(sentence, 12));

    private static int Count(JsonElement plan, string name) => plan.GetProperty(name).GetInt32();

    private static async Task<Dictionary<string, JsonElement>> ObjectivesAsync(Person person, Guid course) =>
        (await (await person.Client.GetAnswerAsync($"/api/v1/courses/{course}/modules")).JsonAsync(HttpStatusCode.OK)).List("modules").SelectMany(m => m.List("objectives")).ToDictionary(o => o.Text("text"));
}
