using System.Net.Http.Headers;
using System.Net;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Tutor.People;

public sealed class SigningIn(TutorApp app)
{
    [Fact]
    public async Task A_new_person_is_a_learner_and_can_sign_in()
    {
        var client = app.CreateClient();
        var email = $"{Guid.NewGuid():N}@example.org";

        var created = await (await client.PostAsync("/api/v1/accounts", new { email, password = TutorApp.Password, name = "Ada" })).JsonAsync(HttpStatusCode.Created);
        var tokens = await (await client.PostAsync("/api/v1/sessions", new { email, password = TutorApp.Password })).JsonAsync(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));
        var me = await (await client.GetAnswerAsync("/api/v1/me")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(created.Id(), me.Id());
        Assert.Equal("Ada", me.Text("name"));
        Assert.Equal(["learner"], me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        Assert.True(tokens.GetProperty("expiresIn").GetInt32() > 0);
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_no_good_however_well_it_is_sealed()
    {
        var person = await app.AddPersonAsync();
        var protector = app.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(IdentityConstants.BearerScheme).BearerTokenProtector;
        var ticket = protector.Unprotect(person.AccessToken)!;
        var client = app.CreateClient();
        async Task<HttpResponseMessage> AskAsync()
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", protector.Protect(ticket));
            return await client.GetAnswerAsync("/api/v1/me");
        }
        await (await AskAsync()).JsonAsync(HttpStatusCode.OK);

        ticket.Properties.ExpiresUtc = DateTimeOffset.UtcNow.AddSeconds(-1);

        await (await AskAsync()).ProblemAsync(HttpStatusCode.Unauthorized, "signed-out");
    }

    [Theory]
    [InlineData("a@example.org", "short", "Ada", "password")]
    [InlineData("a@example.org", "aaaaaaaaaaaaaaa", "Ada", "password")]
    [InlineData("ada.lovelace@example.org", "Ada.Lovelace@example.org", "Ada", "password")]
    [InlineData("not an address", TutorApp.Password, "Ada", "email")]
    [InlineData("a@example.org", TutorApp.Password, "  ", "name")]
    [InlineData(null, null, null, "email")]
    public async Task What_is_wrong_with_a_registration_is_said_by_field(string? email, string? password, string? name, string field)
    {
        var problem = await (await app.CreateClient().PostAsync("/api/v1/accounts", new { email, password, name })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");

        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
    }

    [Fact]
    public async Task The_same_address_twice_at_once_is_one_account()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var client = app.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.PostAsync("/api/v1/accounts", new { email, password = TutorApp.Password, name = "Ada" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) await late.ProblemAsync(HttpStatusCode.Conflict, "email-taken");
        await using var db = app.NewContext();
        Assert.Equal(1, await db.Users.CountAsync(u => u.Email == email, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_read_the_same()
    {
        var person = await app.AddPersonAsync();

        var wrong = await app.CreateClient().PostAsync("/api/v1/sessions", new { email = person.Email, password = "not the password" });
        var unknown = await app.CreateClient().PostAsync("/api/v1/sessions", new { email = "nobody@example.org", password = "not the password" });

        Assert.Equal(
            (await wrong.ProblemAsync(HttpStatusCode.Unauthorized, "wrong-password")).Text("detail"),
            (await unknown.ProblemAsync(HttpStatusCode.Unauthorized, "wrong-password")).Text("detail"));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_a_while()
    {
        var person = await app.AddPersonAsync();
        var client = app.CreateClient();
        for (var i = 0; i < 5; i++) await client.PostAsync("/api/v1/sessions", new { email = person.Email, password = "not the password" });

        var right = await client.PostAsync("/api/v1/sessions", new { email = person.Email, password = TutorApp.Password });

        await right.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-sign-ins");
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_refresh_token_renews_as_often_as_it_is_asked()
    {
        var person = await app.AddPersonAsync();

        for (var i = 0; i < 2; i++)
        {
            var renewed = await (await app.CreateClient().PostAsync("/api/v1/sessions", new { refreshToken = person.RefreshToken })).JsonAsync(HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.OK, await MeAsync(renewed.Text("accessToken")));
        }
    }

    [Fact]
    public async Task After_signing_out_both_tokens_are_dead()
    {
        var person = await app.AddPersonAsync();

        var closed = await person.Client.DeleteAsync(new Uri("/api/v1/sessions", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        await (await person.Client.GetAnswerAsync("/api/v1/me")).ProblemAsync(HttpStatusCode.Unauthorized, "signed-out");
        await (await app.CreateClient().PostAsync("/api/v1/sessions", new { refreshToken = person.RefreshToken })).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-ended");
    }

    [Fact]
    public async Task Signing_out_here_leaves_the_sign_in_elsewhere()
    {
        var person = await app.AddPersonAsync();
        var elsewhere = await TutorApp.SignInAsync(app.CreateClient(), person.Email);

        await person.Client.DeleteAsync(new Uri("/api/v1/sessions", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await MeAsync(elsewhere.AccessToken));
    }

    [Fact]
    public async Task A_new_role_ends_the_tokens_that_do_not_carry_it()
    {
        var person = await app.AddPersonAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Accounts>().GrantAsync(person.Email, Roles.Instructor, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(person.AccessToken));
        Assert.Equal(HttpStatusCode.OK, await MeAsync((await TutorApp.SignInAsync(app.CreateClient(), person.Email)).AccessToken));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("CfDJ8K0000000000000000000000000000000000000000")]
    public async Task A_token_that_is_none_is_refused(string token) => Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(token));

    [Fact]
    public async Task A_refresh_token_that_is_none_is_refused() =>
        await (await app.CreateClient().PostAsync("/api/v1/sessions", new { refreshToken = "garbage" })).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-ended");

    [Fact]
    public async Task Nothing_to_sign_in_with_is_said() =>
        await (await app.CreateClient().PostAsync("/api/v1/sessions", new { email = "a@example.org" })).ProblemAsync(HttpStatusCode.BadRequest, "no-credentials");

    private async Task<HttpStatusCode> MeAsync(string accessToken)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + accessToken);
        return (await client.GetAnswerAsync("/api/v1/me")).StatusCode;
    }
}
