using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Tutor.Web.Pages.Account;

internal static class PersonSignIn
{
    /// <summary>Gives the browser its cookie; it stays until the sign-in ends, also over a restart of the browser.</summary>
    public static Task SignInPersonAsync(this HttpContext http, ClaimsPrincipal principal) =>
        http.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = true });
}
