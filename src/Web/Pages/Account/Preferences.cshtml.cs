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

    public async Task OnGetAsync()
    {
        var profile = await preferences.OfAsync(Caller.Id, Aborted);
        (Detail, Style, Language) = (Inputs.WordOf(profile.Detail), Inputs.WordOf(profile.Style), profile.Language);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var changed = await preferences.ChangeAsync(Caller.Id, Detail, Style, Language, Aborted);
        if (!changed.Succeeded(out _, out var refusal)) return Explain(refusal);
        Say("Saved. Lessons are told this way from now on.");
        return RedirectToPage();
    }
}
