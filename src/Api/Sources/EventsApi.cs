using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Work;

namespace Tutor.Sources;

/// <summary>Progress of a course's sources and generations as it happens.</summary>
internal static class EventsApi
{
    /// <summary>Silence after which proxies hang up is a minute and more; as often it is asked whether the reader may still listen.</summary>
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/courses/{courseId:guid}/events", Read).WithTags("Work")
        .WithSummary("Server-sent events of source and generation progress")
        .WithDescription("`hello` once the stream listens: read the lists again, what came before is not told. Then `source` and `generation` with the newest state, `removed` for a source that is gone, and a `heartbeat` now and then.")
        .Produces<EventView>(200, "text/event-stream")
        .ForStaff(CourseThing.Course);

    private static ServerSentEventsResult<EventView> Read(Guid courseId, HttpContext http, CourseEvents events, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, CancellationToken ct)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would keep what is not yet a full buffer
        return TypedResults.ServerSentEvents(StreamAsync(courseId, http.User, events, scopes, lifetime.ApplicationStopping, ct));
    }

    private static async IAsyncEnumerable<SseItem<EventView>> StreamAsync(
        Guid courseId, ClaimsPrincipal person, CourseEvents events, IServiceScopeFactory scopes, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        // The reader hangs up, or the server stops: both are a normal end, which an open stream must not hold up.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        var stop = ends.Token;
        await using var changes = events.ReadAsync(courseId, stop).GetAsyncEnumerator(CancellationToken.None);
        var next = changes.MoveNextAsync().AsTask(); // begins to listen, so that nothing is lost behind the hello
        yield return new SseItem<EventView>(new EventView(courseId), "hello");
        while (true)
        {
            using (var beat = CancellationTokenSource.CreateLinkedTokenSource(stop))
            {
                var silence = await Task.WhenAny(next, Task.Delay(s_heartbeat, beat.Token)) != next;
                await beat.CancelAsync();
                if (silence && !stop.IsCancellationRequested)
                {
                    if (!await MayListenAsync(courseId, person, scopes)) yield break;
                    yield return new SseItem<EventView>(new EventView(courseId), "heartbeat");
                    continue;
                }
            }
            if (!await next) yield break;
            // Who was taken out of the course hears nothing more of it.
            if (!await MayListenAsync(courseId, person, scopes)) yield break;
            if (await TellAsync(changes.Current, scopes) is { } told) yield return told;
            next = changes.MoveNextAsync().AsTask();
        }
    }

    private static async Task<SseItem<EventView>?> TellAsync(CourseChange change, IServiceScopeFactory scopes)
    {
        if (change.Kind == CourseEvents.WorkKind) return null;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TutorDb>();
        if (change.Kind == "generation")
            return await db.Generations.AsNoTracking().SingleOrDefaultAsync(g => g.Id == change.Id) is { } generation
                ? new SseItem<EventView>(new EventView(change.CourseId, Generation: GenerationView.Of(generation)), change.Kind)
                : null;
        return await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == change.Id) is { } source
            ? new SseItem<EventView>(new EventView(change.CourseId, Source: SourceView.Of(source)), change.Kind)
            : new SseItem<EventView>(new EventView(change.CourseId, Removed: change.Id), "removed");
    }

    private static async Task<bool> MayListenAsync(Guid courseId, ClaimsPrincipal person, IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignIns>().IsOpenAsync(person, CancellationToken.None)
            && (await scope.ServiceProvider.GetRequiredService<CourseAccess>().SeatAsync(CourseThing.Course, courseId, Caller.Of(person), Seat.Staff, CancellationToken.None)).Refusal is null;
    }
}

/// <summary>What changed; the rest is null.</summary>
/// <param name="Removed">The id of a source that is gone.</param>
public sealed record EventView(Guid CourseId, SourceView? Source = null, GenerationView? Generation = null, Guid? Removed = null) : IExample<EventView>
{
    public static EventView Example { get; } = new(Examples.Id(2), SourceView.Example);
}
