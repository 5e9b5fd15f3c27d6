using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tutor.Data;
using Tutor.Memory;

namespace Tutor.People;

/// <param name="KeysFolder">Where the keys that seal cookies and tokens are kept (mode 0700); null keeps them in the database, for all processes.</param>
/// <param name="SecureCookies">True where people come by https: cookies are then named __Host- and never sent otherwise.</param>
public sealed record IdentitySettings(string? KeysFolder = null, bool SecureCookies = false)
{
    public string CookieName => SecureCookies ? "__Host-tutor" : "tutor";
}

/// <summary>People and their sign-ins: cookies for pages, bearer tokens for the API, one session row behind both.</summary>
public static class IdentitySetup
{
    public const string SignInPath = "/sign-in";
    private const string EitherScheme = "cookie-or-bearer";
    private static readonly TimeSpan s_accessToken = TimeSpan.FromMinutes(30);

    /// <summary>A sign-in that nobody renews is over after so long.</summary>
    internal static readonly TimeSpan SignInLasts = TimeSpan.FromDays(14);

    public static IServiceCollection AddTutorIdentity(this IServiceCollection services, IdentitySettings? settings = null)
    {
        settings ??= new IdentitySettings();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Changes>();
        services.AddSingleton<PeopleMemory>().AddSingleton<SignIns>().AddSingleton<SignInThrottle>();
        services.AddScoped<Sessions>().AddScoped<Accounts>().AddScoped<Preferences>().AddScoped<MyData>().AddScoped<Leaving>();
        services.AddIdentityCore<User>(Rules)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<TutorDb>()
            .AddSignInManager();
        services.Replace(ServiceDescriptor.Scoped<IPasswordValidator<User>, PasswordRules>());
        AddSchemes(services, settings);
        AddKeys(services, settings.KeysFolder);
        services.AddAuthorization();
        return services;
    }

    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // The address is the name, and has been checked as one.
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void AddSchemes(IServiceCollection services, IdentitySettings settings)
    {
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, EitherScheme, o => o.ForwardDefaultSelector = http => SchemeOf(http.Request, settings.CookieName))
            .AddBearerToken(IdentityConstants.BearerScheme, o =>
            {
                o.BearerTokenExpiration = s_accessToken;
                o.RefreshTokenExpiration = SignInLasts;
            })
            .AddIdentityCookies();
        services.AddOptions<BearerTokenOptions>(IdentityConstants.BearerScheme)
            .Configure(o => o.Events.OnMessageReceived = http => RefuseEndedAsync(http, o));
        services.ConfigureApplicationCookie(o =>
        {
            o.LoginPath = SignInPath;
            o.ReturnUrlParameter = "from";
            o.ExpireTimeSpan = SignInLasts;
            o.Cookie.Name = settings.CookieName;
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Events.OnValidatePrincipal = RefuseEndedAsync;
            o.Events.OnRedirectToLogin = ChallengeAsync;
            o.Events.OnRedirectToAccessDenied = ForbidAsync;
        });
    }

    private static string SchemeOf(HttpRequest request, string cookie)
    {
        var bearer = request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        return bearer || (IsApi(request) && !request.Cookies.ContainsKey(cookie)) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme;
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    // What is no token of ours, or has run out, the handler itself refuses; what it cannot know is whether the sign-in was ended.
    private static async Task RefuseEndedAsync(MessageReceivedContext context, BearerTokenOptions options)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return;
        var services = context.HttpContext.RequestServices;
        var ticket = services.GetRequiredService<PeopleMemory>().Unseal(header["Bearer ".Length..], options.BearerTokenProtector);
        if (ticket?.Properties.ExpiresUtc is not { } end || end <= services.GetRequiredService<TimeProvider>().GetUtcNow()) return;
        if (!await services.GetRequiredService<SignIns>().IsOpenAsync(ticket.Principal, context.HttpContext.RequestAborted))
        {
            context.Fail("The session has ended.");
            return;
        }
        (context.Principal, context.Properties) = (ticket.Principal, ticket.Properties);
        context.Success();
    }

    private static async Task RefuseEndedAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && await context.HttpContext.RequestServices.GetRequiredService<SignIns>().IsOpenAsync(principal, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsApi(context.Request)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    // Signing in again would change nothing: who is signed in is sent back from there at once.
    private static Task ForbidAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void AddKeys(IServiceCollection services, string? folder)
    {
        var protection = services.AddDataProtection().SetApplicationName("Tutor");
        if (folder is not null)
        {
            protection.PersistKeysToFileSystem(OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            return;
        }
        services.AddSingleton<KeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = s.GetRequiredService<KeyRepository>()));
    }
}
