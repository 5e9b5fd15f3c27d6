using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.People;

namespace Tutor.Http;

/// <summary>Says on a route whose it is: the id of which thing it carries, and which seat in that thing's course it takes.</summary>
public sealed record CourseRule(CourseThing Thing, Seat Needed) : IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary><c>courseId</c>, <c>moduleId</c> …</summary>
    public string Parameter => JsonNamingPolicy.CamelCase.ConvertName(Thing.ToString()) + "Id";

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal static class CourseRules
{
    /// <summary>Only for the staff of the course the id belongs to.</summary>
    public static RouteHandlerBuilder ForStaff(this RouteHandlerBuilder route, CourseThing of) =>
        route.WithMetadata(new CourseRule(of, Seat.Staff)).Refuses(RefusalKind.Forbidden, RefusalKind.NotFound);

    /// <summary>For learners and staff of the course the id belongs to.</summary>
    public static RouteHandlerBuilder ForMembers(this RouteHandlerBuilder route, CourseThing of) =>
        route.WithMetadata(new CourseRule(of, Seat.Learner)).Refuses(RefusalKind.NotFound);
}

/// <summary>Asks <see cref="CourseAccess"/> before a handler runs or a body is read; the seat found is the handler's to take.</summary>
internal sealed class CourseRuleHandler(CourseAccess access) : AuthorizationHandler<CourseRule>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, CourseRule requirement)
    {
        if (context.Resource is not HttpContext http || context.User.Identity?.IsAuthenticated != true) return;
        var id = Guid.Parse((string)http.GetRouteValue(requirement.Parameter)!, CultureInfo.InvariantCulture);
        var found = await access.SeatAsync(requirement.Thing, id, Caller.Of(context.User), requirement.Needed, http.RequestAborted);
        if (found.Succeeded(out var seat, out var refusal))
        {
            http.Features.Set(seat);
            context.Succeed(requirement);
        }
        else
        {
            http.Features.Set(refusal);
            context.Fail();
        }
    }
}

/// <summary>Answers with the refusal a rule has found; all else as usual.</summary>
internal sealed class RuleAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.Features.Get<Refusal>() is { } refusal && !authorizeResult.Succeeded && !authorizeResult.Challenged
            ? refusal.ToResult().ExecuteAsync(context)
            : _usual.HandleAsync(next, context, policy, authorizeResult);
}
