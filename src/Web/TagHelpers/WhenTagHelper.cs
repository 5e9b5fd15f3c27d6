using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tutor.Web.TagHelpers;

/// <summary><c>&lt;when at="@time" /&gt;</c>: how long ago, with the time itself on hover and for machines.</summary>
public sealed class WhenTagHelper(TimeProvider clock) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToString("O", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", At.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture));
        output.Content.SetContent(Words.Ago(At, clock.GetUtcNow()));
    }
}
