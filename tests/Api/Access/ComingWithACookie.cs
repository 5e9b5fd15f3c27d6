using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tutor.People;
using Xunit;

namespace Tutor.Access;

public sealed class ComingWithACookie(TutorApp app)
{
    [Fact]
    public async Task Reading_works_and_changing_needs_the_pages_own_token()
    {
        var (cookie, form, token, _) = await SignedInAsync();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/api/v1/me", cookie)).StatusCode);
        await (await SendAsync(HttpMethod.Put, "/api/v1/me/preferences", cookie)).ProblemAsync(HttpStatusCode.BadRequest, "no-antiforgery-token");
        await (await SendAsync(HttpMethod.Put, "/api/v1/me/preferences", cookie, "garbage")).ProblemAsync(HttpStatusCode.BadRequest, "no-antiforgery-token");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, "/api/v1/me/preferences", $"{cookie}; {form}", token)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_ends_the_cookie()
    {
        var (cookie, _, _, principal) = await SignedInAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Sessions>().CloseAsync(principal, TestContext.Current.CancellationToken);

        await (await SendAsync(HttpMethod.Get, "/api/v1/me", cookie)).ProblemAsync(HttpStatusCode.Unauthorized, "signed-out");
    }

    /// <summary>The cookies a browser has after signing in on our page, and the token that stands in the page.</summary>
    private async Task<(string Cookie, string Form, string Token, ClaimsPrincipal Principal)> SignedInAsync()
    {
        var person = await app.AddPersonAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var principal = (await services.GetRequiredService<Sessions>().OpenAsync(person.Email, TutorApp.Password, "test", TestContext.Current.CancellationToken)).Value;
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) }, IdentityConstants.ApplicationScheme);
        var tokens = services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = services, User = principal });
        var form = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        return ($"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}", $"{form}={tokens.CookieToken}", tokens.RequestToken!, principal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string cookie, string? token = null)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(app.Address) };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        if (method == HttpMethod.Put) request.Content = JsonContent.Create(new { detail = "deep" });
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
