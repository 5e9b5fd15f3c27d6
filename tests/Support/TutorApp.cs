using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Data;
using Tutor.People;
using Xunit;

namespace Tutor;

/// <summary>The whole server, web and worker, on a real port with a database and a folder of its own.</summary>
public class TutorApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "lighthouse over calm water";
    private readonly string _home = Directory.CreateTempSubdirectory("tutor-test-").FullName;
    private readonly TutorApp? _first;
    private TestDatabase? _database;

    public TutorApp() => UseKestrel(0);

    private TutorApp(TutorApp first)
        : this() => _first = first;

    /// <summary>A second server on the database of another.</summary>
    public static async Task<TutorApp> BesideAsync(TutorApp first)
    {
        var app = new TutorApp(first);
        await app.InitializeAsync();
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        _database = _first?._database ?? await TestDatabase.CreateAsync();
        StartServer();
    }

    /// <summary>Where the server answers, without a slash at the end.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public string Home => _home;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not started yet.");

    public TutorDb NewContext() => Database.NewContext();

    /// <summary>What the process does: TUTOR_ROLES.</summary>
    protected virtual string ServerRoles => "web,worker";

    /// <summary>Somebody new with a token.</summary>
    public async Task<Person> AddPersonAsync(params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var email = $"{Guid.NewGuid():N}@example.org";
        var user = (await accounts.CreateAsync(email, Password, "Somebody New", default)).Value;
        foreach (var role in roles) Assert.Null((await accounts.GrantAsync(email, role, default)).Refusal);
        var client = CreateClient();
        var tokens = await SignInAsync(client, email);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return new Person(user.Id, email, client, tokens.AccessToken, tokens.RefreshToken);
    }

    public static async Task<(string AccessToken, string RefreshToken)> SignInAsync(HttpClient client, string email)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/sessions", new { email, password = Password });
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (tokens.GetProperty("accessToken").GetString()!, tokens.GetProperty("refreshToken").GetString()!);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null && _first is null) await _database.DisposeAsync();
        Directory.Delete(_home, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Every test makes people; hashing their passwords as slowly as for real ones would be half of its time.
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000));
        builder.UseSetting("TUTOR_DATABASE", _database!.ConnectionString);
        builder.UseSetting("TUTOR_HOME", _home);
        builder.UseSetting("TUTOR_DEMO", "off");
        builder.UseSetting("TUTOR_ROLES", ServerRoles);
        builder.UseSetting("TUTOR_LEASE_SECONDS", "3");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning");
    }
}

/// <summary>Somebody with an account, and a client that carries their token.</summary>
public sealed record Person(Guid Id, string Email, HttpClient Client, string AccessToken, string RefreshToken);
