using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tutor.Data;

namespace Tutor.People;

/// <summary>Says of every request whether the sign-in it comes with is still open: not signed out, and the account as it was then (its security stamp).</summary>
public sealed class SignIns(IDbContextFactory<TutorDb> contexts, PeopleMemory memory, IOptions<IdentityOptions> options)
{
    private readonly string _stampClaim = options.Value.ClaimsIdentity.SecurityStampClaimType;

    public async ValueTask<bool> IsOpenAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (SessionOf(principal) is not { } id || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)) return false;
        var open = await memory.Sessions.GetAsync(id, () => ReadAsync(id, ct), s => (s.UserId, s.UserId));
        return open is not null && open.UserId == userId && open.Stamp == principal.FindFirstValue(_stampClaim);
    }

    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Caller.SessionClaim), CultureInfo.InvariantCulture, out var id) ? id : null;

    private async Task<OpenSession?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Sessions.Where(s => s.Id == id && s.RevokedAt == null)
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new OpenSession(u.Id, u.SecurityStamp)).SingleOrDefaultAsync(ct);
    }
}
