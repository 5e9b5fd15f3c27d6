using Microsoft.AspNetCore.Mvc.Rendering;

namespace Tutor.Web.TagHelpers;

/// <summary>What is wrong with a field, and the id under which the page says so.</summary>
internal static class FieldErrors
{
    public static string Of(ViewContext view, string field) =>
        view.ModelState.TryGetValue(field, out var entry) ? string.Join(' ', entry.Errors.Select(e => e.ErrorMessage)) : "";

    public static string IdOf(string field) => field.Length == 0 ? "form-error" : $"{field}-error";
}
