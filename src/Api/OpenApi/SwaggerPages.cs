using Microsoft.AspNetCore.Builder;

namespace Tutor.OpenApi;

/// <summary>A page to try the API with, at /swagger.</summary>
internal static class SwaggerPages
{
    // Swagger UI sets styles inline and draws its icons from data addresses; scripts are its own files.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder Use(IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal),
        swagger => swagger
            .Use((http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers.ContentSecurityPolicy = Policy;
                    http.Response.Headers.XContentTypeOptions = "nosniff";
                    return Task.CompletedTask;
                });
                return next(http);
            })
            .UseSwaggerUI(o =>
            {
                o.DocumentTitle = "Tutor API";
                o.SwaggerEndpoint("/openapi/v1.json", "Tutor v1");
            }));
}
