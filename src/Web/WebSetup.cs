using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tutor.People;
using Tutor.Web.Reading;
using Tutor.Web.Security;

namespace Tutor.Web;

/// <summary>The pages.</summary>
public static class WebSetup
{
    public static IServiceCollection AddTutorWeb(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Teach, p => p.RequireRole(Roles.Instructor, Roles.Admin))
            .AddPolicy(Policies.Administer, p => p.RequireRole(Roles.Admin));
        services.AddRazorPages(o =>
        {
            o.Conventions.AuthorizeFolder("/");
            o.Conventions.AuthorizeFolder("/Teach", Policies.Teach);
            o.Conventions.AuthorizeFolder("/Admin", Policies.Administer);
            o.Conventions.AllowAnonymousToFolder("/Errors");
            o.Conventions.AllowAnonymousToPage("/Account/SignIn").AllowAnonymousToPage("/Account/Register").AllowAnonymousToPage("/Account/Join");
            o.Conventions.AddPageRoute("/Sources/View", "/sources/{id:guid}/pages/{number:int:min(1)}");
            o.Conventions.ConfigureFilter(new PageHeaders());
        });
        services.AddScoped<SourceReader>().AddScoped<WorkReader>().AddScoped<NextSteps>();
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<CookieTempDataProviderOptions>(o => Name(o.Cookie, "tutor-notice"));
        services.Configure<AntiforgeryOptions>(o => Name(o.Cookie, "tutor-form"));
        return services;
    }

    /// <summary>Friendly pages for what goes wrong outside the API. Comes before everything that may fail.</summary>
    public static WebApplication UseTutorErrorPages(this WebApplication app)
    {
        app.UseWhen(IsForPeople, pages => pages.UseExceptionHandler(ErrorPages.Options));
        // Inside a branch it would not find the route of its page; so it stands here, and is switched off for programs.
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((http, next) =>
        {
            if (!IsForPeople(http)) http.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            return next(http);
        });
        return app;
    }

    public static IEndpointRouteBuilder MapTutorWeb(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/sources/{id:guid}/file", SourceFile.GetAsync).RequireAuthorization().ExcludeFromDescription();
        return app;
    }

    private static void Name(CookieBuilder cookie, string name) => (cookie.Name, cookie.SecurePolicy) = (name, CookieSecurePolicy.SameAsRequest);

    private static bool IsForPeople(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
