using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.People;

internal static class SessionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/sessions", OpenAsync)
            .AllowAnonymous()
            .WithTags("People").WithSummary("Signs in, or renews tokens")
            .WithDescription("Takes email and password, or the refreshToken of an earlier answer. The access token lives for half an hour, the refresh token for two weeks.")
            .Produces<Tokens>()
            .Refuses(RefusalKind.Invalid, RefusalKind.TooMany);
        api.MapDelete("/sessions", CloseAsync)
            .WithTags("People").WithSummary("Signs out: the access token and its refresh token are dead at once");
    }

    private static async Task<Results<SignInHttpResult, Refused>> OpenAsync(
        Credentials body, Sessions sessions, IOptionsMonitor<BearerTokenOptions> tokens, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        Outcome<ClaimsPrincipal> opened;
        if (body is { Email: { } email, Password: { } password })
            opened = await sessions.OpenAsync(email, password, http.Connection.RemoteIpAddress?.ToString() ?? "", ct, Devices.Of(http.Request.Headers.UserAgent));
        else if (body.RefreshToken is { } refresh)
            opened = Read(refresh, tokens.Get(IdentityConstants.BearerScheme), clock) is { } principal ? await sessions.RenewAsync(principal, ct) : PersonRefusals.SignInEnded;
        else opened = PersonRefusals.NoCredentials;
        return opened.Succeeded(out var person, out var refusal)
            ? TypedResults.SignIn(person, authenticationScheme: IdentityConstants.BearerScheme)
            : refusal.ToResult();
    }

    private static ClaimsPrincipal? Read(string refreshToken, BearerTokenOptions options, TimeProvider clock) =>
        options.RefreshTokenProtector.Unprotect(refreshToken) is { Properties.ExpiresUtc: { } expires } ticket && clock.GetUtcNow() < expires ? ticket.Principal : null;

    private static async Task<NoContent> CloseAsync(Sessions sessions, HttpContext http, CancellationToken ct)
    {
        await sessions.CloseAsync(http.User, ct);
        if (http.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme) await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.NoContent();
    }
}

/// <summary>Email and password, or a refresh token.</summary>
public sealed record Credentials(string? Email = null, string? Password = null, string? RefreshToken = null) : IExample<Credentials>
{
    public static Credentials Example { get; } = new("ada@example.org", "lighthouse over calm water");
}

/// <summary>What the bearer handler writes.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record Tokens(string TokenType, string AccessToken, int ExpiresIn, string RefreshToken) : IExample<Tokens>
{
    public static Tokens Example { get; } = new("Bearer", "CfDJ8K…", 1800, "CfDJ8M…");
}
