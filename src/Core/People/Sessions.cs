using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Memory;

namespace Tutor.People;

/// <summary>
/// Sign-ins. Each is a row; cookies and tokens name it, and every request asks whether it is still open, so that ending it ends
/// access and refresh tokens at once. The security stamp is compared as well: a new password or role ends every sign-in.
/// </summary>
public sealed class Sessions(TutorDb db, UserManager<User> users, SignInManager<User> signIn, SignIns signIns, SignInThrottle throttle, Changes changes, TimeProvider clock)
{
    private static readonly User s_nobody = new();

    /// <summary>Checks the password and opens a session.</summary>
    /// <param name="address">Where the request comes from: wrong passwords are counted by it.</param>
    /// <param name="device">What it comes from, in words (<see cref="Devices"/>).</param>
    /// <returns>The principal to sign in with, by cookie or bearer token.</returns>
    public async Task<Outcome<ClaimsPrincipal>> OpenAsync(string email, string password, string address, CancellationToken ct, string device = "")
    {
        if (throttle.Wait(address) is { } wait) return PersonRefusals.TooManyWrong(wait);
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null)
        {
            // As slow as a real check, so that time does not tell who has an account.
            users.PasswordHasher.HashPassword(s_nobody, password);
            throttle.CountWrong(address);
            return PersonRefusals.WrongPassword;
        }
        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut) return PersonRefusals.TooManyWrong((user.LockoutEnd ?? clock.Now()) - clock.Now());
        if (!result.Succeeded)
        {
            throttle.CountWrong(address);
            return PersonRefusals.WrongPassword;
        }
        if (user.ClosedAt is not null) return PersonRefusals.AccountClosed;
        var session = new Session { Id = Guid.CreateVersion7(), UserId = user.Id, CreatedAt = clock.Now(), Device = device };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return await PrincipalAsync(user, session.Id);
    }

    /// <summary>A principal with the person's roles of today, for the session a refresh token names.</summary>
    public async Task<Outcome<ClaimsPrincipal>> RenewAsync(ClaimsPrincipal of, CancellationToken ct)
    {
        if (!await signIns.IsOpenAsync(of, ct) || await users.GetUserAsync(of) is not { } user) return PersonRefusals.SignInEnded;
        return await PrincipalAsync(user, SignIns.SessionOf(of)!.Value);
    }

    /// <summary>Ends the session a token or cookie belongs to.</summary>
    public async Task CloseAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        var (id, now) = (SignIns.SessionOf(principal), clock.Now());
        await db.Sessions.Where(s => s.Id == id && s.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);
        changes.Note(Caller.Of(principal).Id);
    }

    /// <summary>The person's open sign-ins, newest first. Those that have run out by themselves are not among them.</summary>
    public async Task<IReadOnlyList<Session>> OpenOfAsync(Guid userId, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - IdentitySetup.SignInLasts;
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == userId && s.RevokedAt == null && s.CreatedAt > since).OrderByDescending(s => s.CreatedAt).ToListAsync(ct);
    }

    /// <summary>Ends every sign-in of the person but the one they ask with.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CloseOthersAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        var (user, own, now) = (Caller.Of(principal).Id, SignIns.SessionOf(principal), clock.Now());
        var closed = await db.Sessions.Where(s => s.UserId == user && s.Id != own && s.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);
        changes.Note(user);
        return closed;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(User user, Guid session)
    {
        var principal = await signIn.CreateUserPrincipalAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaims([new Claim(Caller.SessionClaim, session.ToString()), new Claim(Caller.NameClaim, user.Name)]);
        return principal;
    }
}
