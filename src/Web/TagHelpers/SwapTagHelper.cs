using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tutor.Web.TagHelpers;

/// <summary>
/// <c>&lt;form method="post" swap="#outline"&gt;</c>: a plain form that, where JavaScript runs, changes only the named part of the page
/// (and the notices) to what the next page shows there. Several parts are separated by commas; the first is the main one.
/// </summary>
[HtmlTargetElement("form", Attributes = "swap")]
public sealed class SwapTagHelper : TagHelper
{
    public string Swap { get; set; } = "";

    /// <summary>True where the part is thrown away and made anew, instead of being changed only where it differs.</summary>
    public bool Anew { get; set; }

    /// <summary>After the framework's form helper, which makes the address.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Swap.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var action = output.Attributes["action"]?.Value?.ToString() ?? "";
        var verb = string.Equals(output.Attributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase) ? "hx-post" : "hx-get";
        output.Attributes.SetAttribute(verb, action);
        output.Attributes.SetAttribute("hx-target", parts[0]);
        output.Attributes.SetAttribute("hx-select", parts[0]);
        output.Attributes.SetAttribute("hx-swap", Anew ? "outerHTML" : "outerMorph");
        output.Attributes.SetAttribute("hx-select-oob", string.Join(',', parts.Skip(1).Select(p => p + ":outerMorph").Append("#notices:innerHTML")));
    }
}
