using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;

namespace Tutor.Courses;

internal static class CoursesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/courses").WithTags("Courses");
        courses.MapPost("", CreateAsync).WithSummary("Makes a course; its maker is its first instructor").Refuses(RefusalKind.Invalid, RefusalKind.Forbidden);
        courses.MapGet("", ListAsync).WithSummary("The caller's courses")
            .WithDescription("scope=mine (default): those the caller teaches or is enrolled in, for an admin all. scope=open: published ones anybody may enrol in.")
            .Refuses(RefusalKind.Invalid);
        courses.MapGet("/{courseId:guid}", GetAsync).WithSummary("A course").ForMembers(CourseThing.Course);
        courses.MapPatch("/{courseId:guid}", ChangeAsync).WithSummary("Changes a course; what is left out stays")
            .WithDescription("review: optional, required. enrolment: open, invitation. attemptsAllowed: attempts at one quiz, 0 for no limit. explanations: atEnd, atOnce (each answer can be explained before hand-in, and then stays).")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        courses.MapDelete("/{courseId:guid}", DeleteAsync).WithSummary("Removes a course with everything in it, learners' attempts too").ForStaff(CourseThing.Course);
    }

    private static async Task<Results<Created<CourseView>, Refused>> CreateAsync(NewCourse body, Caller caller, CourseEditing editing, CancellationToken ct) =>
        (await editing.CreateAsync(body.Title, body.Description, caller, ct)).Succeeded(out var course, out var refusal)
            ? TypedResults.Created($"/api/v1/courses/{course.Id}", CourseView.Of(new CourseEntry(course, Seat.Staff, null)))
            : refusal.ToResult();

    private static async Task<Results<Ok<CourseListView>, Refused>> ListAsync(Caller caller, CourseList courses, CancellationToken ct, string? scope = null, string? cursor = null)
    {
        var inputs = new Inputs();
        var wanted = inputs.Word<CourseScope>("scope", scope, "Scope") ?? CourseScope.Mine;
        if (inputs.Refusal is { } invalid) return invalid.ToResult();
        var listed = wanted == CourseScope.Open ? await courses.OpenAsync(caller, cursor, ct) : await courses.MineAsync(caller, cursor, ct);
        return listed.Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new CourseListView([.. page.Items.Select(CourseView.Of)], page.Next))
            : refusal.ToResult();
    }

    private static async Task<Ok<CourseView>> GetAsync(Guid courseId, CourseSeat seat, CourseList courses, CancellationToken ct) =>
        TypedResults.Ok(CourseView.Of(await courses.GetAsync(seat, ct)));

    private static async Task<Results<Ok<CourseView>, Refused>> ChangeAsync(Guid courseId, ChangeCourse body, CourseSeat seat, CourseEditing editing, CourseList courses, CancellationToken ct)
    {
        var changed = await editing.ChangeAsync(courseId, new CourseChanges(body.Title, body.Description, body.Review, body.Enrolment, body.AttemptsAllowed, body.Explanations), seat.UserId, ct);
        return changed.Refusal is { } refusal ? refusal.ToResult() : TypedResults.Ok(CourseView.Of(await courses.GetAsync(seat, ct)));
    }

    private static async Task<NoContent> DeleteAsync(Guid courseId, CourseSeat seat, CourseEditing editing, CancellationToken ct)
    {
        await editing.DeleteAsync(courseId, seat.UserId, ct);
        return TypedResults.NoContent();
    }
}

internal enum CourseScope
{
    Mine,
    Open,
}

public sealed record NewCourse(string Title, string? Description = null) : IExample<NewCourse>
{
    public static NewCourse Example { get; } = new("Memory", "How people store, keep and find what they learn.");
}

public sealed record ChangeCourse(string? Title = null, string? Description = null, string? Review = null, string? Enrolment = null, int? AttemptsAllowed = null, string? Explanations = null) : IExample<ChangeCourse>
{
    public static ChangeCourse Example { get; } = new(Review: "required", Enrolment: "invitation", AttemptsAllowed: 3, Explanations: "atOnce");
}

/// <param name="AttemptsAllowed">Null for no limit.</param>
/// <param name="Role">What the caller is here: staff or learner; null in a course they could enrol in.</param>
/// <param name="Publication">The number of the newest publication; null while nothing is published.</param>
public sealed record CourseView(
    Guid Id, string Title, string Description, ReviewPolicy Review, EnrolmentPolicy Enrolment, int? AttemptsAllowed, ExplanationTime Explanations, Seat? Role, int? Publication, DateTimeOffset CreatedAt) : IExample<CourseView>
{
    public static CourseView Example { get; } =
        new(Examples.Id(2), "Memory", "How people store, keep and find what they learn.", ReviewPolicy.Optional, EnrolmentPolicy.Open, 3, ExplanationTime.AtEnd, Seat.Staff, 4, Examples.Time);

    internal static CourseView Of(CourseEntry entry) => new(
        entry.Course.Id, entry.Course.Title, entry.Course.Description, entry.Course.Review, entry.Course.Enrolment, entry.Course.AttemptsAllowed, entry.Course.Explanations, entry.Seat, entry.Number, entry.Course.CreatedAt);
}

public sealed record CourseListView(IReadOnlyList<CourseView> Courses, string? Next) : IExample<CourseListView>
{
    public static CourseListView Example { get; } = new([CourseView.Example], null);
}
