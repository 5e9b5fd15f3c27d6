using System.Net;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using Xunit;

namespace Tutor.Http;

/// <summary>A server whose wire to its database can be cut.</summary>
public sealed class AppOnAWire : TutorApp
{
    private Wire? _wire;

    public Wire Wire => _wire!;

    protected override string ServerRoles => "web";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        var database = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        _wire = new Wire(database.Host!, database.Port);
        (database.Host, database.Port) = ("127.0.0.1", _wire.Port);
        builder.UseSetting("TUTOR_DATABASE", database.ConnectionString);
        // That the database is away is what the test is about; it need not be read of here as well.
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "None");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "None");
    }

    public override async ValueTask DisposeAsync()
    {
        Wire.Mend();
        await base.DisposeAsync();
        Wire.Dispose();
    }
}

public sealed class ADatabaseThatIsAway(AppOnAWire app) : IClassFixture<AppOnAWire>
{
    [Fact]
    public async Task Is_told_with_when_to_come_back_and_all_is_well_when_it_is_there_again()
    {
        var person = await app.AddPersonAsync();
        await (await app.CreateClient().GetAnswerAsync("/health/ready")).JsonAsync(HttpStatusCode.OK);

        app.Wire.Cut();
        // With a token, where the sign-in is looked up; without, where the handler asks first.
        foreach (var answer in new[] { await person.Client.GetAnswerAsync("/api/v1/me"), await app.CreateClient().PostAsync("/api/v1/sessions", new { email = person.Email, password = TutorApp.Password }) })
        {
            var problem = await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "database-away");
            Assert.DoesNotContain("Npgsql", problem.GetRawText(), StringComparison.Ordinal);
            Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        }
        var red = await (await app.CreateClient().GetAnswerAsync("/health/ready")).JsonAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("The database cannot be reached.", red.List("checks").Single(c => c.Text("name") == "database").Text("reason"));
        await (await app.CreateClient().GetAnswerAsync("/health/live")).JsonAsync(HttpStatusCode.OK);

        app.Wire.Mend();
        await (await person.Client.GetAnswerAsync("/api/v1/me")).JsonAsync(HttpStatusCode.OK);
        await (await app.CreateClient().GetAnswerAsync("/health/ready")).JsonAsync(HttpStatusCode.OK);
    }
}
