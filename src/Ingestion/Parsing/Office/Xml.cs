using System.Globalization;
using DocumentFormat.OpenXml;

namespace Tutor.Parsing.Office;

/// <summary>Office XML read by local names: one code for what the formats share, and no trouble with elements the typed classes do not know.</summary>
internal static class Xml
{
    /// <summary>Deeper than any document; guards the stack.</summary>
    public const int Deepest = 300;

    public static OpenXmlElement? Child(this OpenXmlElement? element, string name)
    {
        for (var child = element?.FirstChild; child is not null; child = child.NextSibling())
        {
            if (child.LocalName == name) return child;
        }
        return null;
    }

    public static OpenXmlElement? Path(this OpenXmlElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) element = element.Child(name);
        return element;
    }

    public static string? Attribute(this OpenXmlElement? element, string name)
    {
        if (element is null || !element.HasAttributes) return null;
        foreach (var attribute in element.GetAttributes())
        {
            if (attribute.LocalName == name) return attribute.Value;
        }
        return null;
    }

    public static string? Value(this OpenXmlElement? element) => element.Attribute("val");

    public static int? Number(this OpenXmlElement? element, string name) => Integer(element.Attribute(name));

    public static int? Integer(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch such as w:b: null where absent, true where it stands without a value.</summary>
    public static bool? Switch(this OpenXmlElement? element, string name) =>
        element.Child(name) is { } found ? found.Value() is not ("0" or "false" or "off" or "none") : null;

    /// <summary>Of alternatives for old and new programs, the one to read: exactly one, or text would come twice.</summary>
    public static OpenXmlElement? Chosen(this OpenXmlElement alternate)
    {
        var choice = alternate.Child("Choice");
        return choice is { HasChildren: true } ? choice : alternate.Child("Fallback") ?? choice;
    }

    /// <summary>Descendants of a name in document order, alternatives once, not looking inside what was found.</summary>
    public static IEnumerable<OpenXmlElement> Find(this OpenXmlElement? element, string name, int depth = 0)
    {
        if (element is null || depth > Deepest) yield break;
        if (element.LocalName == "AlternateContent")
        {
            foreach (var found in element.Chosen().Find(name, depth + 1)) yield return found;
            yield break;
        }
        for (var child = element.FirstChild; child is not null; child = child.NextSibling())
        {
            if (child.LocalName == name) yield return child;
            else foreach (var found in child.Find(name, depth + 1)) yield return found;
        }
    }
}
