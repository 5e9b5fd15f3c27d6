using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Auditing;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.People;

/// <summary>Who changed what, for admins.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audit", ListAsync).WithTags("People").WithSummary("Who changed what, and when, newest first")
        .WithDescription("For admins. personId: who did it, or whom it was done to. from, to: times, `to` excluded. Entries are only ever added; they outlive what they tell of.")
        .Refuses(RefusalKind.Invalid, RefusalKind.Forbidden);

    private static async Task<Results<Ok<AuditListView>, Refused>> ListAsync(
        Caller caller, AuditReader audit, CancellationToken ct, string? kind = null, Guid? courseId = null, Guid? personId = null, DateTimeOffset? from = null, DateTimeOffset? to = null, string? cursor = null) =>
        (await audit.ListAsync(new AuditFilter(kind, courseId, personId, from, to), caller, cursor, ct)).Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new AuditListView([.. page.Items.Select(l => new AuditView(l.Entry.Id, l.Entry.Kind, l.Entry.ActorId, l.Actor, l.Entry.CourseId, l.Course, l.Entry.PersonId, l.Person, l.Entry.Subject, l.Entry.CreatedAt))], page.Next))
            : refusal.ToResult();
}

/// <param name="ActorId">Null where the installation itself did it.</param>
/// <param name="Subject">What it was done to or with, in a few words.</param>
public sealed record AuditView(Guid Id, AuditKind Kind, Guid? ActorId, string? Actor, Guid? CourseId, string? Course, Guid? PersonId, string? Person, string Subject, DateTimeOffset CreatedAt);

public sealed record AuditListView(IReadOnlyList<AuditView> Entries, string? Next) : IExample<AuditListView>
{
    public static AuditListView Example { get; } = new([new AuditView(Examples.Id(12), AuditKind.Published, Examples.Id(1), "Ada Lovelace", Examples.Id(2), "Memory", null, null, "version 4", Examples.Time)], null);
}
