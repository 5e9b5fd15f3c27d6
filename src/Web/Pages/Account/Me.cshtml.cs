using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Web.Pages.Account;

/// <summary>What is kept about a person: theirs to see, to take along, and to delete.</summary>
public sealed class MeModel(Accounts accounts, Preferences preferences, Sessions sessions, MyData data, Leaving leaving, UserManager<User> users) : TutorPage
{
    private static readonly JsonSerializerOptions s_readable = new(JsonColumn.Options) { WriteIndented = true };

    [BindProperty]
    public string? Name { get; set; }

    public string Email { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public Profile Profile { get; private set; } = null!;

    public IReadOnlyList<Session> SignIns { get; private set; } = [];

    public Guid? Own => People.SignIns.SessionOf(User);

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Name = (await users.FindByIdAsync(Caller.Id.ToString()))!.Name;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var renamed = await accounts.RenameAsync(Caller.Id, Name, Aborted);
        if (renamed.Refusal is { } refusal) return await ExplainAsync(refusal);
        // The name stands in the cookie as well.
        if ((await sessions.RenewAsync(User, Aborted)).Succeeded(out var principal, out _)) await HttpContext.SignInPersonAsync(principal);
        Say("Saved.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSignOutElsewhereAsync()
    {
        var closed = await sessions.CloseOthersAsync(User, Aborted);
        Say(closed == 0 ? "You were signed in only here." : $"Signed out in {Words.Count(closed, "other place")}.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnGetExportAsync() =>
        File(JsonSerializer.SerializeToUtf8Bytes(await data.OfAsync(Caller.Id, Aborted), s_readable), "application/json", "my-data-in-tutor.json");

    public async Task<IActionResult> OnPostLeaveAsync(string? password)
    {
        var left = await leaving.LeaveAsync(Caller.Id, password, Aborted);
        if (left.Refusal is { } refusal) return await ExplainAsync(refusal);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Say("Your account is deleted, with everything that was yours.");
        return LocalRedirect("/sign-in");
    }

    private async Task<IActionResult> ExplainAsync(Refusal refusal)
    {
        await ReadAsync();
        Name ??= (await users.FindByIdAsync(Caller.Id.ToString()))!.Name;
        return Explain(refusal);
    }

    private async Task ReadAsync()
    {
        var user = (await users.FindByIdAsync(Caller.Id.ToString()))!;
        (Email, Since, Profile) = (user.Email!, user.CreatedAt, await preferences.OfAsync(Caller.Id, Aborted));
        SignIns = await sessions.OpenOfAsync(Caller.Id, Aborted);
    }
}
