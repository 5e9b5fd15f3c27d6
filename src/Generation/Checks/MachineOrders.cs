using System.Text.RegularExpressions;

namespace Tutor.Checks;

/// <summary>
/// Text that speaks to a language model instead of a learner ("ignore all previous instructions"). It is part of no subject: nothing is told, asked or
/// quoted from it. What a model makes of an order is checked all the same; this keeps the order itself from being read out.
/// </summary>
public static partial class MachineOrders
{
    public static bool StandIn(string text) => Order().IsMatch(text);

    [GeneratedRegex(
        @"\bSYSTEM (?:OVERRIDE|PROMPT|MESSAGE|INSTRUCTIONS?)\b"
        + @"|(?i:(?:^|[.!?:;\n]\s*|\bplease,?\s+|\byou (?:must|should|will|have to)\s+)(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,60}\b(?:instructions?|rules?|prompts?|guidelines|directives?)\b)"
        + @"|(?i:\b(?:ignore|disregard|forget) (?:all |any |the |your |of |these |those )*(?:previous|prior|above|earlier|preceding|foregoing) (?:instructions?|rules?|prompts?|text|messages?|directives?))"
        + @"|(?i:\byou are (?:now )?(?:an? |the )?(?:AI\b|chatbot|language model|AI assistant))"
        + @"|(?i:\b(?:reveal|print|output|repeat)\b[^.\n]{0,40}\b(?:system prompt|answer key|your instructions)\b)")]
    private static partial Regex Order();
}
