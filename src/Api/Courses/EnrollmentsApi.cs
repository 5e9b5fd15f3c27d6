using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;

namespace Tutor.Courses;

internal static class EnrollmentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var enrollments = api.MapGroup("/courses/{courseId:guid}/enrollments").WithTags("Courses");
        enrollments.MapPost("", EnrolAsync).WithSummary("Enrols the caller, or, by staff, somebody else")
            .WithDescription("With {} the caller enrols in a published course that is open. Staff enrol others with {email}. Doing it again changes nothing.")
            .Refuses(RefusalKind.Invalid, RefusalKind.Forbidden, RefusalKind.NotFound);
        enrollments.MapGet("", ListAsync).WithSummary("The course's learners").ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        enrollments.MapDelete("/{userId:guid}", RemoveAsync).WithSummary("Takes a learner out of the course")
            .WithDescription("All of the course is closed to them at once. Attempts and mastery are kept, and theirs again when they are enrolled again.").ForStaff(CourseThing.Course);
    }

    // Whoever enrols has no seat yet, so no rule stands on this route: the use case asks.
    private static async Task<Results<Created<EnrollmentView>, Refused>> EnrolAsync(Guid courseId, NewEnrollment body, Caller caller, Enrolling enrolling, CancellationToken ct)
    {
        var enrolled = body.Email is null ? await enrolling.JoinAsync(courseId, caller, ct) : await enrolling.InviteAsync(courseId, body.Email, caller, ct);
        return enrolled.Succeeded(out var enrollment, out var refusal)
            ? TypedResults.Created($"/api/v1/courses/{courseId}/enrollments", EnrollmentView.Of(enrollment))
            : refusal.ToResult();
    }

    private static async Task<Results<Ok<LearnerListView>, Refused>> ListAsync(Guid courseId, Enrolling enrolling, CancellationToken ct, string? cursor = null) =>
        (await enrolling.ListAsync(courseId, cursor, ct)).Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new LearnerListView([.. page.Items.Select(LearnerView.Of)], page.Next))
            : refusal.ToResult();

    private static async Task<NoContent> RemoveAsync(Guid courseId, Guid userId, CourseSeat seat, Enrolling enrolling, CancellationToken ct)
    {
        await enrolling.RemoveAsync(courseId, userId, seat.UserId, ct);
        return TypedResults.NoContent();
    }
}

/// <param name="Email">Whom staff enrol; null for the caller.</param>
public sealed record NewEnrollment(string? Email = null) : IExample<NewEnrollment>
{
    public static NewEnrollment Example { get; } = new("ada@example.org");
}

public sealed record EnrollmentView(Guid Id, Guid CourseId, Guid LearnerId, DateTimeOffset CreatedAt) : IExample<EnrollmentView>
{
    public static EnrollmentView Example { get; } = new(Examples.Id(3), Examples.Id(2), Examples.Id(1), Examples.Time);

    internal static EnrollmentView Of(Enrollment enrollment) => new(enrollment.Id, enrollment.CourseId, enrollment.UserId, enrollment.CreatedAt);
}

public sealed record LearnerView(Guid LearnerId, string Name, string Email, DateTimeOffset EnrolledAt) : IExample<LearnerView>
{
    public static LearnerView Example { get; } = new(Examples.Id(1), "Ada Lovelace", "ada@example.org", Examples.Time);

    internal static LearnerView Of(EnrolledLearner learner) => new(learner.Enrollment.UserId, learner.Name, learner.Email, learner.Enrollment.CreatedAt);
}

public sealed record LearnerListView(IReadOnlyList<LearnerView> Learners, string? Next) : IExample<LearnerListView>
{
    public static LearnerListView Example { get; } = new([LearnerView.Example], null);
}
