using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Tutor.Sources;

public sealed class ListeningToACourse(TutorApp app)
{
    [Fact]
    public async Task A_source_is_followed_from_upload_to_ready_and_its_removal_is_told()
    {
        var ct = TestContext.Current.CancellationToken;
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var stream = await instructor.Client.GetStreamAsync(new Uri($"/api/v1/courses/{course.Id}/events", UriKind.Relative), ct);
        await using var events = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<JsonElement>(data)).EnumerateAsync(ct).GetAsyncEnumerator(ct);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("hello", events.Current.EventType);
        var source = (await course.UploadAsync("memory.md", Encoding.UTF8.GetBytes("# Memory\n\nWorking memory holds about four chunks at a time."))).Source!;
        var states = new List<string>();
        while (states.LastOrDefault() != "ready")
        {
            Assert.True(await events.MoveNextAsync());
            if (events.Current.EventType != "source") continue;
            Assert.Equal(source.Id, events.Current.Data.GetProperty("source").Id());
            states.Add(events.Current.Data.GetProperty("source").Text("state"));
        }
        await app.Services.GetRequiredService<SourceService>().DeleteAsync(source.Id, ct);
        do Assert.True(await events.MoveNextAsync());
        while (events.Current.EventType != "removed");

        Assert.Equal(source.Id, events.Current.Data.Id("removed"));
    }
}
