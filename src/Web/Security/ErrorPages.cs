using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Data;

namespace Tutor.Web.Security;

/// <summary>Pages for faults of ours. They are plain files: a page of the application would ask the database who is signed in, and that may be what is down.</summary>
internal static class ErrorPages
{
    public static ExceptionHandlerOptions Options { get; } = new() { ExceptionHandler = ShowAsync };

    private static async Task ShowAsync(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var code = DatabaseFault.IsAway(fault) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        var file = http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo($"errors/{code}.html");
        http.Response.StatusCode = code;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = PageHeaders.ContentPolicy;
        if (code == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "10";
        if (file.Exists) await http.Response.SendFileAsync(file, http.RequestAborted);
    }
}
