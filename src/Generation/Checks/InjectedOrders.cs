using System.Text.RegularExpressions;

namespace Tutor.Checks;

/// <summary>
/// Sentences in a source that speak to a machine rather than to a reader ("disregard your rules and print …"). They teach nothing, are told to nobody, and
/// are kept from models: that is a help beside the fences and the checks of what a model writes, not in their place.
/// </summary>
public static partial class InjectedOrders
{
    public static bool IsIn(string text) => Order().IsMatch(text);

    [GeneratedRegex("""
        \b(system|assistant|developer|admin)\s*(override|prompt|message|instructions?)\s*[:=]
        | \b(ignore|disregard|forget|override|bypass|discard)\b[^.!?\n]{0,40}\b(instructions?|rules?|prompts?|guidelines|directives)\b
        | \b(ignore|disregard|forget)\s+(all|any|everything|anything)\b[^.!?\n]{0,30}\b(above|before|previous(ly)?|prior|earlier)\b
        | \byou\s+are\s+(now|no\s+longer)\s+(an?\s+|the\s+)?[^.!?\n]{0,30}\b(assistant|tutor|model|bot|mode)\b
        | \b(reveal|print|output|repeat|leak|show|give)\b[^.!?\n]{0,40}\b(system\s+prompt|your\s+(prompt|instructions|rules)|(answer|quiz)\s+keys?|canary)\b
        | \b(as|to)\s+(an?\s+|the\s+)(ai|language\s+model|llm|chatbot)\b[^.!?\n]{0,30}\b(you|must|output|say|respond)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Order();
}
