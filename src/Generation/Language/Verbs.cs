namespace Tutor.Language;

/// <summary>Present tense of verbs, from one number to the other.</summary>
public static class Verbs
{
    /// <summary>"controls" to "control", "is" to "are".</summary>
    public static string PluralOf(string third) => third switch
    {
        "is" => "are",
        "has" => "have",
        "does" => "do",
        "goes" => "go",
        "focuses" => "focus",
        _ when third.EndsWith("ies", StringComparison.Ordinal) && third.Length > 4 => third[..^3] + "y",
        _ when EndsIn(third, "sses", "shes", "ches", "xes", "zzes") => third[..^2],
        _ when third.EndsWith('s') && !third.EndsWith("ss", StringComparison.Ordinal) => third[..^1],
        _ => third,
    };

    /// <summary>"control" to "controls", "are" to "is".</summary>
    public static string ThirdOf(string plural) => plural switch
    {
        "are" => "is",
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        "can" or "may" or "will" or "should" or "must" => plural,
        _ => Endings.Pluralize(plural),
    };

    private static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
