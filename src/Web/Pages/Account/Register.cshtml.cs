using Microsoft.AspNetCore.Mvc;
using Tutor.People;

namespace Tutor.Web.Pages.Account;

public sealed class RegisterModel(Accounts accounts, Sessions sessions) : TutorPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var created = await accounts.CreateAsync(Email, Password, Name, Aborted);
        if (!created.Succeeded(out _, out var refusal)) return Explain(refusal);
        var opened = await sessions.OpenAsync(Email!, Password!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Aborted, Devices.Of(Request.Headers.UserAgent));
        if (!opened.Succeeded(out var principal, out refusal)) return Explain(refusal);
        await HttpContext.SignInPersonAsync(principal);
        return LocalRedirect(Url.IsLocalUrl(From) ? From! : "/");
    }
}
