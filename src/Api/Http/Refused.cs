using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Tutor.Http;

/// <summary>A refusal as an RFC 9457 problem document.</summary>
public sealed class Refused(Refusal refusal) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusOf(refusal.Kind);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusOf(refusal.Kind);
        if (refusal.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(Document(httpContext), options: null, "application/problem+json", httpContext.RequestAborted);
    }

    /// <summary>The stable name of a kind of problem.</summary>
    public static string TypeOf(string code) => "urn:tutor:problem:" + code;

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.SignedOut => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A refusal of this kind has no status yet."),
    };

    private ProblemDetails Document(HttpContext http)
    {
        var document = new ProblemDetails
        {
            Type = TypeOf(refusal.Code),
            Title = refusal.Title,
            Status = StatusOf(refusal.Kind),
            Detail = refusal.Detail,
            Instance = http.Request.Path,
        };
        if (refusal.Errors is { } errors) document.Extensions["errors"] = errors;
        foreach (var (name, value) in refusal.More ?? new Dictionary<string, object?>()) document.Extensions[name] = value;
        document.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? http.TraceIdentifier;
        return document;
    }
}
