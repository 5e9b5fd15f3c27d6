using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Web.Pages.Admin;

public sealed record ListedPerson(string Name, string Email, DateTimeOffset CreatedAt, IReadOnlyList<string> Roles);

/// <summary>Everybody with an account, and the roles they have.</summary>
public sealed class PeopleModel(TutorDb db, Accounts accounts) : TutorPage
{
    public const int Shown = 100;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<ListedPerson> People { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(string? role)
    {
        await ReadAsync();
        var granted = await accounts.GrantAsync(Email, role, Aborted);
        if (!granted.Succeeded(out var person, out var refusal))
        {
            if (refusal.Kind != RefusalKind.NotFound) return Explain(refusal);
            ModelState.AddModelError("email", refusal.Detail);
            return Page();
        }
        Say($"{person.Name} has the role {role} now, from the next sign-in on.");
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
        var listed = await people.OrderByDescending(u => u.CreatedAt).Take(Shown).Select(u => new { u.Id, u.Name, u.Email, u.CreatedAt }).ToListAsync(Aborted);
        var ids = listed.Select(u => u.Id).ToList();
        var roles = (await db.UserRoles.Where(r => ids.Contains(r.UserId)).Join(db.Roles, u => u.RoleId, r => r.Id, (u, r) => new { u.UserId, r.Name }).ToListAsync(Aborted))
            .ToLookup(r => r.UserId, r => r.Name!);
        People = [.. listed.Select(u => new ListedPerson(u.Name, u.Email!, u.CreatedAt, [.. roles[u.Id].Order(StringComparer.Ordinal)]))];
    }
}
