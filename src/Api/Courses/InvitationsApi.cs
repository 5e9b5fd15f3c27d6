using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses.Joining;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.Courses;

/// <summary>Enrolling a class by its list.</summary>
internal static class InvitationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var invitations = api.MapGroup("/courses/{courseId:guid}/invitations").WithTags("Courses");
        invitations.MapPost("", InviteAsync).WithSummary("Enrols a class by its list")
            .WithDescription("`people`: addresses, one a line or separated by commas, or a class list with names. Whoever has no account yet is enrolled when they register with the address. One outcome for each place of the list: enrolled, alreadyEnrolled, invited, alreadyInvited, repeated, notAnAddress.")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        invitations.MapGet("", ListAsync).WithSummary("Who is enrolled as soon as they register, oldest first").ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        invitations.MapDelete("/{invitationId:guid}", WithdrawAsync).WithSummary("Withdraws an invitation").ForStaff(CourseThing.Course);
    }

    private static async Task<Results<Ok<InvitingView>, Refused>> InviteAsync(Guid courseId, ClassListBody body, CourseSeat seat, Inviting inviting, CancellationToken ct) =>
        (await inviting.InviteAsync(courseId, body.People, seat.UserId, ct)).Succeeded(out var places, out var refusal)
            ? TypedResults.Ok(new InvitingView([.. places.Select(p => new InvitedPlaceView(p.Place.Line, p.Place.Email, p.Place.Name, p.Outcome))]))
            : refusal.ToResult();

    private static async Task<Results<Ok<InvitationListView>, Refused>> ListAsync(Guid courseId, Inviting inviting, CancellationToken ct, string? cursor = null) =>
        (await inviting.ListAsync(courseId, cursor, ct)).Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new InvitationListView([.. page.Items.Select(i => new InvitationView(i.Id, i.Email, i.Name, i.CreatedAt))], page.Next))
            : refusal.ToResult();

    private static async Task<NoContent> WithdrawAsync(Guid courseId, Guid invitationId, CourseSeat seat, Inviting inviting, CancellationToken ct)
    {
        await inviting.WithdrawAsync(courseId, invitationId, seat.UserId, ct);
        return TypedResults.NoContent();
    }
}

/// <param name="People">The list as text, at most 1,000 places.</param>
public sealed record ClassListBody(string People) : IExample<ClassListBody>
{
    public static ClassListBody Example { get; } = new("Ada Lovelace <ada@example.org>\nHopper, Grace; grace@example.org");
}

/// <param name="Line">Of the list, from 1.</param>
public sealed record InvitedPlaceView(int Line, string? Email, string Name, InvitingOutcome Outcome);

public sealed record InvitingView(IReadOnlyList<InvitedPlaceView> Places) : IExample<InvitingView>
{
    public static InvitingView Example { get; } = new(
        [new InvitedPlaceView(1, "ada@example.org", "Ada Lovelace", InvitingOutcome.Enrolled), new InvitedPlaceView(2, "grace@example.org", "Hopper Grace", InvitingOutcome.Invited)]);
}

public sealed record InvitationView(Guid Id, string Email, string Name, DateTimeOffset CreatedAt);

public sealed record InvitationListView(IReadOnlyList<InvitationView> Invitations, string? Next) : IExample<InvitationListView>
{
    public static InvitationListView Example { get; } = new([new InvitationView(Examples.Id(3), "grace@example.org", "Hopper Grace", Examples.Time)], null);
}
