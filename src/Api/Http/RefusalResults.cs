using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tutor.Http;

public static class RefusalResults
{
    public static Refused ToResult(this Refusal refusal) => new(refusal);

    /// <summary>Names in the API document what a call may refuse.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params ReadOnlySpan<RefusalKind> kinds) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var kind in kinds)
        {
            var status = Refused.StatusOf(kind);
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        }
        return builder;
    }
}
