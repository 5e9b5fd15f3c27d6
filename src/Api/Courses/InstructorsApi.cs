using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses.Joining;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.Courses;

internal static class InstructorsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var instructors = api.MapGroup("/courses/{courseId:guid}/instructors").WithTags("Courses");
        instructors.MapGet("", ListAsync).WithSummary("The course's instructors").ForStaff(CourseThing.Course);
        instructors.MapPost("", AddAsync).WithSummary("Adds an instructor").WithDescription("Somebody whose account has the role of an instructor. Doing it again changes nothing.")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid, RefusalKind.Conflict);
        instructors.MapDelete("/{userId:guid}", RemoveAsync).WithSummary("Removes an instructor").WithDescription("A course keeps at least one.")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Conflict);
    }

    private static async Task<Ok<InstructorListView>> ListAsync(Guid courseId, CourseTeam team, CancellationToken ct) =>
        TypedResults.Ok(new InstructorListView([.. (await team.ListAsync(courseId, ct)).Select(InstructorView.Of)]));

    private static async Task<Results<Created<InstructorView>, Refused>> AddAsync(Guid courseId, NewInstructor body, CourseSeat seat, CourseTeam team, CancellationToken ct) =>
        (await team.AddAsync(courseId, body.Email, seat.UserId, ct)).Succeeded(out var member, out var refusal)
            ? TypedResults.Created($"/api/v1/courses/{courseId}/instructors", InstructorView.Of(member))
            : refusal.ToResult();

    private static async Task<Results<NoContent, Refused>> RemoveAsync(Guid courseId, Guid userId, CourseSeat seat, CourseTeam team, CancellationToken ct) =>
        (await team.RemoveAsync(courseId, userId, seat.UserId, ct)).Refusal is { } refusal ? refusal.ToResult() : TypedResults.NoContent();
}

public sealed record NewInstructor(string Email) : IExample<NewInstructor>
{
    public static NewInstructor Example { get; } = new("grace@example.org");
}

public sealed record InstructorView(Guid UserId, string Name, string Email) : IExample<InstructorView>
{
    public static InstructorView Example { get; } = new(Examples.Id(1), "Grace Hopper", "grace@example.org");

    internal static InstructorView Of(TeamMember member) => new(member.Id, member.Name, member.Email);
}

public sealed record InstructorListView(IReadOnlyList<InstructorView> Instructors) : IExample<InstructorListView>
{
    public static InstructorListView Example { get; } = new([InstructorView.Example]);
}
