using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tutor.Web.Pages.Errors;

/// <summary>What people see in place of an empty answer.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    public int Code { get; private set; }

    public string Heading => Code switch
    {
        400 => "That could not be understood",
        403 => "This is not open to you",
        404 => "There is nothing here",
        413 => "That is too large",
        429 => "A little too fast",
        _ => "That did not work",
    };

    public string Advice => Code switch
    {
        400 => "The page may have been open for a long time, or a form came in twice. Go back, load the page again and repeat the last step.",
        403 => "Your account does not have the role for this page. Ask an administrator if it should.",
        404 => "The page may have been removed, or it belongs to a course you are not part of. Check the address, or start from your courses.",
        413 => "Files may have up to 200 MB each. Split the file, or leave out large pictures, and try again.",
        429 => "There were many requests in a short time. Wait a minute and try again.",
        _ => "Go back and try again; if it happens again, tell whoever runs this server.",
    };

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and < 600 ? code : 404;
        Response.StatusCode = Code;
    }
}
