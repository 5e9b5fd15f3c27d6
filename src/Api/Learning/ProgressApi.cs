using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.Lessons;
using Tutor.OpenApi;
using Tutor.People;

namespace Tutor.Learning;

/// <summary>Where a learner stands in a course.</summary>
internal static class ProgressApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/modules/{moduleId:guid}/completions", FinishAsync).WithTags("Learning").WithSummary("The caller has finished the module; handing in its quiz says the same")
            .ForMembers(CourseThing.Module);
        api.MapGet("/courses/{courseId:guid}/dashboard", GetAsync).WithTags("Learning").WithSummary("Progress, preferences, mastery and what comes next, in one call")
            .ForMembers(CourseThing.Course);
    }

    private static async Task<Results<Created<CompletionView>, Refused>> FinishAsync(
        Guid moduleId, CourseSeat seat, Completions completions, NextLesson next, HttpContext http, CancellationToken ct)
    {
        if (!(await completions.FinishAsync(seat, moduleId, ct)).Succeeded(out var completion, out var refusal)) return refusal.ToResult();
        http.Response.OnCompleted(() => next.PrepareAsync(seat.CourseId, moduleId, seat.UserId, CancellationToken.None));
        return TypedResults.Created($"/api/v1/courses/{seat.CourseId}/dashboard", new CompletionView(completion.ModuleId, completion.CreatedAt));
    }

    private static async Task<Ok<DashboardView>> GetAsync(Guid courseId, CourseSeat seat, Dashboards dashboards, CancellationToken ct) =>
        TypedResults.Ok(DashboardView.Of(await dashboards.ForAsync(seat, ct)));
}

public sealed record CompletionView(Guid ModuleId, DateTimeOffset CreatedAt) : IExample<CompletionView>
{
    public static CompletionView Example { get; } = new(Examples.Id(6), Examples.Time);
}

/// <param name="Next">Advice; null where nothing is left to do. Every module stays open.</param>
public sealed record DashboardView(
    DashboardCourse Course, ProgressView Progress, PreferencesView Preferences, IReadOnlyList<MasteryView> Mastery, NextView? Next) : IExample<DashboardView>
{
    public static DashboardView Example { get; } = new(
        new DashboardCourse(Examples.Id(2), "Memory", "How people store, keep and find what they learn."),
        new ProgressView(1, 2, [new(Examples.Id(6), "Working memory", "Memory", true, 5, 6), new(Examples.Id(17), "Forgetting", "Memory", false, null, null)]),
        PreferencesView.Example,
        [new MasteryView(Examples.Id(7), Examples.Id(6), "Explain why chunking widens working memory", 0.71, 2)],
        new NextView(NextKind.Learn, Examples.Id(17), "Forgetting", []));

    internal static DashboardView Of(Dashboard dashboard) => new(
        new DashboardCourse(dashboard.Course.Id, dashboard.Course.Title, dashboard.Course.Description),
        new ProgressView(dashboard.Finished, dashboard.Modules.Count, dashboard.Modules),
        PreferencesView.Of(dashboard.Preferences),
        [.. dashboard.Mastery.Select(m => new MasteryView(m.ObjectiveId, m.ModuleId, m.Text, m.Probability, m.Observations))],
        dashboard.Next is { } next ? new NextView(next.Kind, next.ModuleId, next.Title, next.Objectives) : null);
}

public sealed record DashboardCourse(Guid Id, string Title, string Description);

public sealed record ProgressView(int Finished, int OutOf, IReadOnlyList<DashboardModule> Modules);

/// <param name="Probability">0 to 1; what is assumed of everybody while there are no observations.</param>
public sealed record MasteryView(Guid ObjectiveId, Guid ModuleId, string Text, double Probability, int Observations);

/// <param name="Kind">learn, or revise where objectives of a finished module are likely not mastered.</param>
public sealed record NextView(NextKind Kind, Guid ModuleId, string Title, IReadOnlyList<Guid> Objectives);
