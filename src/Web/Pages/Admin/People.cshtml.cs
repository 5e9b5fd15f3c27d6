using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Web.Pages.Admin;

public sealed record ListedPerson(Guid Id, string Name, string Email, DateTimeOffset CreatedAt, IReadOnlyList<string> Roles, DateTimeOffset? ClosedAt);

/// <summary>Everybody with an account, and the roles they have.</summary>
public sealed class PeopleModel(TutorDb db, Accounts accounts) : TutorPage
{
    public const int Shown = 100;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<ListedPerson> People { get; private set; } = [];

    public Guid Me => Caller.Id;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostTakeAsync(Guid person, string role) => Told(
        await accounts.TakeAsync(person, role, Caller, Aborted), p => $"{p.Name} no longer has the role {role}.", $"/people?handler=Give&person={person}&role={Uri.EscapeDataString(role)}");

    public async Task<IActionResult> OnPostGiveAsync(Guid person, string role)
    {
        var email = await db.Users.Where(u => u.Id == person).Select(u => u.Email).SingleOrDefaultAsync(Aborted);
        return Told(await accounts.GrantAsync(email, role, Caller.Id, Aborted), p => $"{p.Name} has the role {role} again.");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid person) => Told(
        await accounts.CloseAsync(person, Caller, Aborted), p => $"The account of {p.Name} is closed. What they did is kept.", $"/people?handler=Reopen&person={person}");

    public async Task<IActionResult> OnPostReopenAsync(Guid person) => Told(await accounts.ReopenAsync(person, Caller, Aborted), p => $"The account of {p.Name} is open again.");


    public async Task<IActionResult> OnPostAsync(string? role)
    {
        await ReadAsync();
        var granted = await accounts.GrantAsync(Email, role, Caller.Id, Aborted);
        if (!granted.Succeeded(out var person, out var refusal))
        {
            if (refusal.Kind != RefusalKind.NotFound) return Explain(refusal);
            ModelState.AddModelError("email", refusal.Detail);
            return Page();
        }
        Say($"{person.Name} has the role {role} now, from the next sign-in on.");
        return RedirectToPage();
    }

    private IActionResult Told(Outcome<User> outcome, Func<User, string> words, string? undo = null)
    {
        if (!outcome.Succeeded(out var person, out var refusal)) return Refuse(refusal, RedirectToPage());
        Say(words(person), undo);
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        var people = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var part = $"%{Q.Trim()}%";
            people = people.Where(u => EF.Functions.ILike(u.Name, part) || EF.Functions.ILike(u.Email!, part));
        }
        var listed = await people.OrderByDescending(u => u.CreatedAt).Take(Shown).Select(u => new { u.Id, u.Name, u.Email, u.CreatedAt, u.ClosedAt }).ToListAsync(Aborted);
        var ids = listed.Select(u => u.Id).ToList();
        var roles = (await db.UserRoles.Where(r => ids.Contains(r.UserId)).Join(db.Roles, u => u.RoleId, r => r.Id, (u, r) => new { u.UserId, r.Name }).ToListAsync(Aborted))
            .ToLookup(r => r.UserId, r => r.Name!);
        People = [.. listed.Select(u => new ListedPerson(u.Id, u.Name, u.Email!, u.CreatedAt, [.. roles[u.Id].Order(StringComparer.Ordinal)], u.ClosedAt))];
    }
}
