using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Tutor.Data;

namespace Tutor.Http;

/// <summary>Every failure under the API's addresses is a problem document, and none carries an exception's text.</summary>
internal static partial class ProblemAnswers
{
    /// <summary>ENOSPC.</summary>
    private const int NoSpaceLeft = 28;

    private static readonly string[] s_ours = ["/api", "/health", "/openapi"];

    public static IApplicationBuilder Use(IApplicationBuilder app) => app.UseWhen(
        http => s_ours.Any(o => http.Request.Path.StartsWithSegments(o, StringComparison.Ordinal)),
        api => api
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, SuppressDiagnosticsCallback = c => IsExpected(c.Exception) })
            .UseStatusCodePages(AnswerStatusAsync));

    private static Task AnswerExceptionAsync(HttpContext http)
    {
        var exception = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return Task.CompletedTask;
        }
        if (RefusalOf(exception) is { } refusal) return refusal.ToResult().ExecuteAsync(http);
        return http.Response.WriteAsJsonAsync(Unexpected(http), options: null, "application/problem+json");
    }

    private static Refusal? RefusalOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => GeneralRefusals.TooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => GeneralRefusals.WrongType,
        BadHttpRequestException { InnerException: JsonException json } => GeneralRefusals.BadJson(json.Path),
        BadHttpRequestException bad when Parameter().Match(bad.Message) is { Success: true } match && match.Groups[1].Value != "body" => GeneralRefusals.BadParameter(match.Groups[1].Value),
        BadHttpRequestException => GeneralRefusals.BadJson(null),
        _ when DatabaseFault.IsAway(exception) => GeneralRefusals.DatabaseAway,
        _ => null,
    };

    // Binding failures are told to the caller, not to the log; a database that is away is logged by what noticed it.
    private static bool IsExpected(Exception exception) => exception is BadHttpRequestException or OperationCanceledException;

    private static async Task AnswerStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        if (GeneralRefusals.ForStatus(status) is { } refusal)
        {
            await refusal.ToResult().ExecuteAsync(http);
            return;
        }
        var phrase = ReasonPhrases.GetReasonPhrase(status);
        await http.Response.WriteAsJsonAsync(
            new ProblemDetails
            {
                Type = Refused.TypeOf(phrase.ToLowerInvariant().Replace(' ', '-')),
                Title = phrase,
                Status = status,
                Detail = "The calls there are stand in /openapi/v1.json.",
                Instance = http.Request.Path,
            },
            options: null,
            "application/problem+json",
            http.RequestAborted);
    }

    private static ProblemDetails Unexpected(HttpContext http) => new()
    {
        Type = Refused.TypeOf("unexpected"),
        Title = "Something went wrong on our side",
        Status = StatusCodes.Status500InternalServerError,
        Detail = "Try again. If it happens again, tell the administrator the traceId of this answer.",
        Instance = http.Request.Path,
        Extensions = { ["traceId"] = System.Diagnostics.Activity.Current?.Id ?? http.TraceIdentifier },
    };

    // ASP.NET Core's words for a parameter that cannot be bound: Failed to bind parameter "int take" from "x".
    [GeneratedRegex("parameter \"[^\"]*?(\\w+)\"")]
    private static partial Regex Parameter();
}
