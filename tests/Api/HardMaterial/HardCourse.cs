using System.Net;
using System.Text;
using System.Text.Json;
using Tutor.Sources;
using Xunit;

namespace Tutor.HardMaterial;

/// <summary>A course of some files, taken through everything a user meets: reading, search, outline, lessons, items.</summary>
internal sealed class HardCourse
{
        private HardCourse(Person instructor, Guid id) => (Instructor, Id) = (instructor, id);

    public Person Instructor { get; }

    public Guid Id { get; }

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    /// <summary>The outline's state, failure and notice.</summary>
    public JsonElement Outline { get; private set; }

    public IReadOnlyList<HardModule> Modules { get; private set; } = [];

    public static Task<HardCourse> MakeAsync(TutorApp app, string name, string text) => MakeAsync(app, (name, Encoding.UTF8.GetBytes(text)));

    public static async Task<HardCourse> MakeAsync(TutorApp app, params (string Name, byte[] Bytes)[] files)
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        var made = new HardCourse(instructor, course.Id);
        var sources = new List<Source>();
        foreach (var (name, bytes) in files)
        {
            var uploaded = await course.UploadAsync(name, bytes);
            Assert.Null(uploaded.Refusal);
            sources.Add(await course.EndOfAsync(uploaded.Source!.Id));
        }
        made.Sources = sources;
        Assert.All(sources, s => Assert.Equal(SourceState.Ready, s.State));
        made.Outline = await made.WaitAsync($"courses/{course.Id}/outlines");
        var modules = new List<HardModule>();
        foreach (var module in (await made.GetAsync($"courses/{course.Id}/modules")).List("modules"))
        {
            var lesson = await made.WaitAsync($"modules/{module.Id()}/lessons");
            await made.WaitAsync($"modules/{module.Id()}/items");
            modules.Add(new HardModule(module, lesson, lesson.Text("state") == "ready" ? await made.GetAsync($"modules/{module.Id()}/lesson") : null, await made.GetAsync($"modules/{module.Id()}/items")));
        }
        made.Modules = modules;
        return made;
    }

    public async Task<IReadOnlyList<JsonElement>> SearchAsync(string query, int take = 5) =>
        [.. (await GetAsync($"courses/{Id}/passages?take={take}&q={Uri.EscapeDataString(query)}")).List("passages")];

    private async Task<JsonElement> GetAsync(string path) => await (await Instructor.Client.GetAnswerAsync("/api/v1/" + path)).JsonAsync(HttpStatusCode.OK);

    private async Task<JsonElement> WaitAsync(string path)
    {
        var id = (await (await Instructor.Client.PostAsync("/api/v1/" + path, new { })).JsonAsync(HttpStatusCode.Accepted)).Id();
        for (var n = 0; n < 1200; n++)
        {
            var work = await GetAsync($"generations/{id}");
            if (work.Text("state") is "ready" or "failed") return work;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"{path} is neither ready nor failed after a minute.");
    }
}

/// <param name="Lesson">Null where it could not be written.</param>
internal sealed record HardModule(JsonElement Module, JsonElement LessonWork, JsonElement? Lesson, JsonElement ItemList)
{
    public string Title => Module.Text("title");

    public IReadOnlyList<string> Objectives => [.. Module.List("objectives").Select(o => o.Text("text"))];

    public IReadOnlyList<JsonElement> Items => [.. ItemList.List("items")];

    public JsonElement Notice => ItemList.GetProperty("notice");

    public IReadOnlyList<string> Sentences => Lesson is { } lesson ? [.. lesson.List("sentences").Select(s => s.Text("text"))] : [];

    public int LessonWords => Sentences.Sum(s => s.Split(' ').Length);
}
