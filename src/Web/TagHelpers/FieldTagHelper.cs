using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tutor.Web.TagHelpers;

/// <summary><c>&lt;input tutor-field="email"&gt;</c>: name, id, and the ties to the field's label, hint and error that screen readers need.</summary>
[HtmlTargetElement("input", Attributes = "tutor-field", TagStructure = TagStructure.WithoutEndTag), HtmlTargetElement("textarea", Attributes = "tutor-field"), HtmlTargetElement("select", Attributes = "tutor-field")]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("tutor-field")]
    public string Field { get; set; } = "";

    /// <summary>True where a hint with the id <c>{field}-hint</c> stands beside it.</summary>
    [HtmlAttributeName("hinted")]
    public bool Hinted { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("name", Field);
        if (!output.Attributes.ContainsName("id")) output.Attributes.SetAttribute("id", Field);
        var wrong = FieldErrors.Of(View, Field).Length > 0;
        if (wrong) output.Attributes.SetAttribute("aria-invalid", "true");
        var described = string.Join(' ', new[] { Hinted ? $"{Field}-hint" : null, wrong ? FieldErrors.IdOf(Field) : null }.OfType<string>());
        if (described.Length > 0) output.Attributes.SetAttribute("aria-describedby", described);
    }
}
