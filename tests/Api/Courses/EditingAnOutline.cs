using System.Net;
using System.Text.Json;
using Xunit;

namespace Tutor.Courses;

public sealed class EditingAnOutline(TutorApp app)
{
    [Fact]
    public async Task Modules_are_added_renamed_moved_and_removed()
    {
        var (instructor, course) = await app.ACourseAsync(modules: 3);

        var added = await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/modules", new { title = "New", position = 1 })).JsonAsync(HttpStatusCode.Created);
        await (await instructor.Client.PatchAsync($"/api/v1/modules/{course.Modules[2].Id}", new { title = "Last", position = 0, state = "accepted" })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}")).StatusCode);

        var modules = await ModulesAsync(instructor, course.Id);
        Assert.Equal(["Last", "New", "Module 2"], modules.Select(m => m.Text("title")));
        Assert.Equal(["accepted", "accepted", "proposed"], modules.Select(m => m.Text("state")));
        Assert.Equal([0, 1, 2], modules.Select(m => m.GetProperty("position").GetInt32()));
        Assert.Equal(added.Id(), modules[1].Id());
    }

    [Fact]
    public async Task A_removed_module_comes_back_when_it_is_accepted()
    {
        var (instructor, course) = await app.ACourseAsync(modules: 2);
        var gone = course.Modules[0].Id;
        await instructor.Client.DeleteAnswerAsync($"/api/v1/modules/{gone}");
        Assert.DoesNotContain(gone, (await ModulesAsync(instructor, course.Id)).Select(m => m.Id()));

        await (await instructor.Client.PatchAsync($"/api/v1/modules/{gone}", new { state = "accepted", position = 0 })).JsonAsync(HttpStatusCode.OK);

        var back = (await ModulesAsync(instructor, course.Id))[0];
        Assert.Equal(gone, back.Id());
        Assert.Equal(6, back.GetProperty("items").GetInt32());
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("published")]
    public async Task A_state_that_is_not_for_setting_changes_nothing(string state)
    {
        var (instructor, course) = await app.ACourseAsync(modules: 2);

        var problem = await (await instructor.Client.PatchAsync($"/api/v1/modules/{course.Modules[0].Id}", new { state, title = "Other" })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/modules", new { title = "New", state })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");

        Assert.Contains("delete it", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(["Module 1", "Module 2"], (await ModulesAsync(instructor, course.Id)).Select(m => m.Text("title")));
    }

    [Fact]
    public async Task Making_the_outline_again_keeps_a_module_whose_passages_were_taken_away()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await course.IngestAsync("lecture.vtt", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "living-cell-lecture-6.vtt"), TestContext.Current.CancellationToken));
        Assert.Equal("ready", await OutlineAsync(instructor, course.Id));
        var before = await ModulesAsync(instructor, course.Id);
        await (await instructor.Client.PatchAsync($"/api/v1/modules/{before[0].Id()}", new { state = "accepted", chunkIds = Array.Empty<Guid>() })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("ready", await OutlineAsync(instructor, course.Id));

        Assert.Equal(before.Select(m => m.Id()), (await ModulesAsync(instructor, course.Id)).Select(m => m.Id()));
        await (await instructor.Client.PostAsync($"/api/v1/modules/{before[0].Id()}/items", new { count = 1 })).ProblemAsync(HttpStatusCode.Conflict, "no-material");
    }

    private static async Task<string> OutlineAsync(Person instructor, Guid course)
    {
        var generation = (await (await instructor.Client.PostAsync($"/api/v1/courses/{course}/outlines", new { })).JsonAsync(HttpStatusCode.Accepted)).Id();
        for (var n = 0; n < 600; n++)
        {
            var state = (await (await instructor.Client.GetAnswerAsync($"/api/v1/generations/{generation}")).JsonAsync(HttpStatusCode.OK)).Text("state");
            if (state is "ready" or "failed") return state;
            await Task.Delay(100);
        }
        throw new TimeoutException("The outline is still being written after a minute.");
    }

    [Fact]
    public async Task Objectives_are_moved_and_removed()
    {
        var (instructor, course) = await app.ACourseAsync();
        var (first, second) = (course.Modules[0].Objectives[0], course.Modules[0].Objectives[1]);

        await (await instructor.Client.PatchAsync($"/api/v1/objectives/{second}", new { position = 0 })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([second, first], await ObjectivesAsync(instructor, course.Id));
        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/objectives/{second}")).StatusCode);

        Assert.Equal([first], await ObjectivesAsync(instructor, course.Id));
    }

    [Fact]
    public async Task An_objective_of_ones_own_is_tied_to_the_material()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await course.IngestAsync("memory.md", "# Memory\n\nRehearsal keeps items active. Chunking joins small units into larger ones.\n\n# Forgetting\n\nForgetting is fastest in the first hours.");
        var module = (await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/modules", new { title = "Memory" })).JsonAsync(HttpStatusCode.Created)).Id();

        var added = await (await instructor.Client.PostAsync($"/api/v1/modules/{module}/objectives", new { text = "Explain how chunking joins units", level = "understand" })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal("accepted", added.Text("state"));
        Assert.Equal("Chunking joins small units into larger ones.", Assert.Single(added.List("citations")).Text("quote"));
        var failing = await (await instructor.Client.PostAsync($"/api/v1/modules/{module}/objectives", new { text = "Understand chunking as joining of units" })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "edit-fails-checks");
        Assert.Contains(failing.List("checks"), c => c.Text("name") == "measurable-verb");
        var edited = await instructor.Client.PatchAsync($"/api/v1/objectives/{added.Id()}", new { text = "Know chunking and the like" });
        await edited.ProblemAsync(HttpStatusCode.UnprocessableEntity, "edit-fails-checks");
        Assert.Equal(["Explain how chunking joins units"], (await ModulesAsync(instructor, course.Id))[0].List("objectives").Select(o => o.Text("text")));
    }

    [Fact]
    public async Task Passages_of_another_course_are_refused()
    {
        var (instructor, course) = await app.ACourseAsync();
        var (_, other) = await app.ACourseAsync();

        var problem = await (await instructor.Client.PatchAsync($"/api/v1/modules/{course.Modules[0].Id}", new { title = "Changed", chunkIds = new[] { other.Chunk.Id } })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");

        Assert.NotEmpty(problem.GetProperty("errors").GetProperty("chunkIds").EnumerateArray());
        Assert.Equal("Module 1", (await ModulesAsync(instructor, course.Id))[0].Text("title"));
    }

    [Fact]
    public async Task Two_who_move_at_once_leave_every_place_taken_once()
    {
        var (instructor, course) = await app.ACourseAsync(modules: 5, items: 1);

        await Task.WhenAll(course.Modules.Select((m, i) => instructor.Client.PatchAsync($"/api/v1/modules/{m.Id}", new { position = 4 - i })));

        Assert.Equal([0, 1, 2, 3, 4], (await ModulesAsync(instructor, course.Id)).Select(m => m.GetProperty("position").GetInt32()));
    }

    [Fact]
    public async Task Learners_see_what_is_published_and_not_what_is_being_edited()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync(modules: 2);

        await instructor.Client.PatchAsync($"/api/v1/modules/{course.Modules[0].Id}", new { title = "Edited" });
        await instructor.Client.DeleteAnswerAsync($"/api/v1/modules/{course.Modules[1].Id}");

        var seen = await ModulesAsync(learner, course.Id);
        Assert.Equal(["Module 1", "Module 2"], seen.Select(m => m.Text("title")));
        Assert.All(seen, m => Assert.Equal("published", m.Text("state")));
        Assert.NotEmpty(seen[0].List("objectives").First().List("citations"));
    }

    private static async Task<List<JsonElement>> ModulesAsync(Person person, Guid courseId) =>
        [.. (await (await person.Client.GetAnswerAsync($"/api/v1/courses/{courseId}/modules")).JsonAsync(HttpStatusCode.OK)).List("modules")];

    private static async Task<IEnumerable<Guid>> ObjectivesAsync(Person person, Guid courseId) =>
        (await ModulesAsync(person, courseId))[0].List("objectives").Select(o => o.Id());
}
