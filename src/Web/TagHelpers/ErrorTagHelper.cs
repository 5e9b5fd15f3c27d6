using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tutor.Web.TagHelpers;

/// <summary><c>&lt;error for="email" /&gt;</c>: what is wrong with a field, beside it; nothing where nothing is wrong.</summary>
[HtmlTargetElement("error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorTagHelper : TagHelper
{
    public string For { get; set; } = "";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = FieldErrors.Of(View, For);
        if (messages.Length == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", For.Length == 0 ? "notice bad" : "error");
        output.Attributes.SetAttribute("id", FieldErrors.IdOf(For));
        if (For.Length == 0) output.Attributes.SetAttribute("role", "alert");
        output.Content.SetContent(messages);
    }
}
