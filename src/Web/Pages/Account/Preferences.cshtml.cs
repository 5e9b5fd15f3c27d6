using Microsoft.AspNetCore.Mvc;
using Tutor.People;

namespace Tutor.Web.Pages.Account;

public sealed class PreferencesModel(Preferences preferences) : TutorPage
{
    [BindProperty]
    public string? Detail { get; set; }

    [BindProperty]
    public string? Style { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public bool? Ai { get; set; }

    public async Task OnGetAsync()
    {
        var profile = await preferences.OfAsync(Caller.Id, Aborted);
        (Detail, Style, Language, Ai) = (Inputs.WordOf(profile.Detail), Inputs.WordOf(profile.Style), profile.Language, profile.Ai);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var changed = await preferences.ChangeAsync(Caller.Id, Detail, Style, Language, Ai, Aborted);
        if (!changed.Succeeded(out _, out var refusal)) return Explain(refusal);
        Say("Saved. Lessons are told this way from now on.");
        return RedirectToPage();
    }
}
