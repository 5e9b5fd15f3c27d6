using Microsoft.AspNetCore.Mvc;
using Tutor.People;

namespace Tutor.Web.Pages.Account;

public sealed class SignInModel(Sessions sessions) : TutorPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The page to go on to; only ever one of ours.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward(User.IsInRole(Roles.Instructor)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError("email", "Enter your e-mail address.");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError("password", "Enter your password.");
        if (!ModelState.IsValid) return Page();
        var opened = await sessions.OpenAsync(Email!, Password!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Aborted, Devices.Of(Request.Headers.UserAgent));
        if (!opened.Succeeded(out var principal, out var refusal)) return Explain(refusal);
        await HttpContext.SignInPersonAsync(principal);
        return Onward(principal.IsInRole(Roles.Instructor));
    }

    private LocalRedirectResult Onward(bool teaches) => LocalRedirect(Url.IsLocalUrl(From) ? From! : teaches ? "/teach" : "/");
}
