using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NpgsqlTypes;
using Tutor.Data;
using Tutor.Hosts;
using Tutor.People;

namespace Tutor.Load;

/// <summary>Somebody enrolled in a course, signed in twice over: by token and by cookie.</summary>
public sealed record Learner(Guid Id, string Token, string Cookie);

/// <summary>A class of learners, put into the database by COPY; hashing 2,000 passwords would take minutes and measure nothing.</summary>
public static class Learners
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    public static async Task<IReadOnlyList<Learner>> AddAsync(BenchDatabase database, int count, Guid? courseId, CancellationToken ct, string role = Roles.Learner)
    {
        var people = Enumerable.Range(0, count).Select(i => (User: NewUser(i), Session: Guid.CreateVersion7())).ToList();
        await CopyAsync(database, people, courseId, role, ct);
        await using var services = new ServiceCollection().AddLogging().AddTutorDatabase(database.ConnectionString).AddTutorIdentity().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var bearer = services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(IdentityConstants.BearerScheme);
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var claims = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>();
        var learners = new List<Learner>(count);
        foreach (var (user, session) in people)
        {
            var principal = await claims.CreateAsync(user);
            ((ClaimsIdentity)principal.Identity!).AddClaims([new Claim(Caller.SessionClaim, session.ToString()), new Claim(Caller.NameClaim, user.Name)]);
            learners.Add(new Learner(user.Id, bearer.BearerTokenProtector.Protect(Ticket(principal, IdentityConstants.BearerScheme + ":AccessToken")),
                $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(Ticket(principal, IdentityConstants.ApplicationScheme))}"));
        }
        return learners;
    }

    private static AuthenticationTicket Ticket(ClaimsPrincipal principal, string scheme) => new(
        principal, new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow + s_day }, scheme);

    private static User NewUser(int number)
    {
        var id = Guid.CreateVersion7();
        var email = $"learner-{number}-{id:N}@example.org";
        return new User { Id = id, Name = $"Learner {number}", Email = email, UserName = email, SecurityStamp = id.ToString("N").ToUpperInvariant(), CreatedAt = DateTimeOffset.UtcNow };
    }

    private static async Task CopyAsync(BenchDatabase database, List<(User User, Guid Session)> people, Guid? courseId, string name, CancellationToken ct)
    {
        Guid role;
        await using (var db = database.NewContext()) role = await db.Roles.Where(r => r.Name == name).Select(r => r.Id).SingleAsync(ct);
        await RowsAsync(database, """
            asp_net_users (id, name, created_at, detail, style, language, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
                phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            """, people, p => [p.User.Id, p.User.Name, p.User.CreatedAt, "Standard", "Prose", "en", p.User.UserName!, p.User.UserName!.ToUpperInvariant(), p.User.Email!, p.User.Email!.ToUpperInvariant(),
                false, p.User.SecurityStamp!, false, false, true, 0], ct);
        await RowsAsync(database, "asp_net_user_roles (user_id, role_id)", people, p => [p.User.Id, role], ct);
        await RowsAsync(database, "sessions (id, user_id, created_at)", people, p => [p.Session, p.User.Id, p.User.CreatedAt], ct);
        if (courseId is { } course) await RowsAsync(database, "enrollments (id, course_id, user_id, created_at)", people, p => [Guid.CreateVersion7(), course, p.User.Id, p.User.CreatedAt], ct);
    }

    private static async Task RowsAsync<T>(BenchDatabase database, string into, IEnumerable<T> rows, Func<T, object[]> values, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in values(row))
                if (value is DateTimeOffset time) await copy.WriteAsync(time.UtcDateTime, NpgsqlDbType.TimestampTz, ct);
                else await copy.WriteAsync(value, ct);
        }
        await copy.CompleteAsync(ct);
    }
}
