using Microsoft.AspNetCore.Mvc.Filters;

namespace Tutor.Web.Security;

/// <summary>Headers of every page: everything comes from this server, nothing is inline, nobody frames us.</summary>
internal sealed class PageHeaders : IAlwaysRunResultFilter
{
    // blob: and data: are pictures and fonts that pdf.js takes out of a file.
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        // What a person sees is theirs: no cache between keeps it, and "back" after signing out shows nothing.
        headers.CacheControl = "private, no-cache, no-store";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
