using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Tutor.Http;

/// <summary>
/// An unsafe call that comes with our cookie must also carry the token of our own pages in a header: a browser sends the cookie with
/// any page's request. Calls with an access token need none.
/// </summary>
internal static class ForgeryFilter
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var byCookie = http.User.Identity?.IsAuthenticated == true && !http.Request.Headers.ContainsKey(HeaderNames.Authorization);
        if (byCookie && !IsSafe(http.Request.Method) && !await HasTokenAsync(http)) return GeneralRefusals.NoForgeryToken.ToResult();
        return await next(context);
    }

    // Without the header the framework would look for the token in the form, and read an upload for it.
    private static async Task<bool> HasTokenAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName is { } header
        && http.Request.Headers.ContainsKey(header)
        && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
