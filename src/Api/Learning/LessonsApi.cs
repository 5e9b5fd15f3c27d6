using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Http;
using Tutor.Jobs;
using Tutor.Lessons;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Personalising;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Learning;

internal static class LessonsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/modules/{moduleId:guid}/lesson", GetAsync).WithTags("Learning")
        .WithSummary("The module's lesson, in the caller's way or in the one asked for")
        .WithDescription("detail: brief, standard, deep. style: prose, examples, outline. Left out: the caller's preferences. Carries an ETag; If-None-Match answers 304. Staff who ask for a lesson that is not written yet have it written: 202 with Location.")
        .Produces<LessonView>().Produces(304).ForMembers(CourseThing.Module).Refuses(RefusalKind.Invalid, RefusalKind.Conflict);

    private static async Task<Results<PreparedLesson, Accepted<GenerationView>, Refused>> GetAsync(
        Guid moduleId, CourseSeat seat, Preferences preferences, LessonService lessons, PreparedLessons prepared, WrittenOnDemand demand, CancellationToken ct, string? detail = null, string? style = null)
    {
        if (!(await preferences.OfAsync(seat.UserId, ct)).With(detail, style).Succeeded(out var profile, out var refusal)) return refusal.ToResult();
        var reading = seat.PublicationId is { } publication ? await lessons.PublishedAsync(publication, moduleId, profile.Detail, profile.Style, ct) : null;
        if (reading is null && !seat.IsStaff) return CourseRefusals.NothingPublished.ToResult();
        reading ??= await lessons.NewestAsync(moduleId, profile.Detail, profile.Style, ct);
        if (reading is null) return (await demand.LessonAsync(seat, moduleId, ct)).Succeeded(out var generation, out refusal) ? GenerationsApi.Accepted(generation) : refusal.ToResult();
        return prepared.Of(reading);
    }
}

/// <summary>Has written what staff ask for and is not there; a failure is told rather than tried for ever.</summary>
public sealed class WrittenOnDemand(TutorDb db, GenerationRequests requests)
{
    public async Task<Outcome<Generation>> LessonAsync(CourseSeat seat, Guid moduleId, CancellationToken ct)
    {
        var newest = await db.Generations.AsNoTracking().Where(g => g.ModuleId == moduleId && g.Kind == GenerationKind.Lesson).OrderByDescending(g => g.CreatedAt).FirstOrDefaultAsync(ct);
        if (newest is { State: WorkState.Failed, Failure: { } failure })
            return new Refusal(RefusalKind.Conflict, failure.Code, failure.Message, $"{failure.Action} Then have the lesson written again.");
        return await requests.LessonAsync(seat.CourseId, moduleId, seat.UserId, ct);
    }

    /// <summary>Items that are on their way; null where nobody has asked for any.</summary>
    public Task<Generation?> ItemsAsync(Guid moduleId, CancellationToken ct) => db.Generations.AsNoTracking()
        .Where(g => g.ModuleId == moduleId && g.Kind == GenerationKind.Items && (g.State == WorkState.Queued || g.State == WorkState.Running))
        .OrderByDescending(g => g.CreatedAt).FirstOrDefaultAsync(ct);
}

/// <param name="Id">The same for all who read the same.</param>
/// <param name="Writer">Who wrote it: extractive/1, a model's name, or person.</param>
/// <param name="Html">Safe to show; a citation is a link to #c and its number.</param>
public sealed record LessonView(
    Guid Id, Guid ModuleId, LessonProfile Profile, string Writer, string Html, IReadOnlyList<SentenceView> Sentences, IReadOnlyList<NumberedCitationView> Citations) : IExample<LessonView>
{
    public static LessonView Example { get; } = new(
        Examples.Id(19), Examples.Id(6), new LessonProfile(Detail.Brief, LessonStyle.Prose), "extractive/1",
        "<section class=\"lesson-overview\">\n<h2>Overview</h2>\n<p>Working memory holds about four chunks at a time.<sup><a class=\"citation\" href=\"#c1\" data-citation=\"1\">1</a></sup></p>\n</section>\n",
        [new SentenceView("Working memory holds about four chunks at a time.", [1])],
        [new NumberedCitationView(1, CitationView.Example.ChunkId, CitationView.Example.Quote, CitationView.Example.Source, CitationView.Example.Locator)]);

    internal static LessonView Of(LessonReading reading) => new(
        reading.Id, reading.ModuleId, new LessonProfile(reading.Detail, reading.Style), reading.Writer, reading.Page.Html,
        [.. reading.Page.Sentences.Select(s => new SentenceView(s.Text, s.Citations))],
        [.. reading.Page.Citations.Select(NumberedCitationView.Of)]);
}

public sealed record LessonProfile(Detail Detail, LessonStyle Style);

/// <param name="Citations">Numbers, from 1.</param>
public sealed record SentenceView(string Text, IReadOnlyList<int> Citations);

public sealed record NumberedCitationView(int N, Guid ChunkId, string Quote, SourceName Source, Locator Locator)
{
    internal static NumberedCitationView Of(NumberedCitation numbered) => new(
        numbered.Number, numbered.Citation.ChunkId, numbered.Citation.Quote, new SourceName(numbered.Citation.SourceId, numbered.Citation.SourceName), numbered.Citation.Locator);
}
