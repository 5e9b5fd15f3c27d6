namespace Tutor.Language;

/// <summary>Regular inflection of English: WordNet's rules of detachment (morphy), and the endings people spell with.</summary>
internal static class Endings
{
    private static readonly (string Ending, string Instead)[] Plurals =
        [("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("s", "")];

    private static readonly (string Ending, string Instead)[] Thirds = [("ies", "y"), ("es", "e"), ("es", ""), ("s", "")];
    private static readonly (string Ending, string Instead)[] Pasts = [("ied", "y"), ("ed", "e"), ("ed", "")];
    private static readonly (string Ending, string Instead)[] Gerunds = [("ing", "e"), ("ing", ""), ("ying", "ie")];

    public static IEnumerable<string> Singulars(string word) => word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal)
        ? [] : Detach(word, Plurals);

    public static IEnumerable<string> BasesOfThird(string word) => word.EndsWith("ss", StringComparison.Ordinal) ? [] : Detach(word, Thirds);

    public static IEnumerable<string> BasesOfPast(string word) => Detach(word, Pasts).Concat(Undouble(word, "ed"));

    public static IEnumerable<string> BasesOfGerund(string word) => Detach(word, Gerunds).Concat(Undouble(word, "ing"));

    /// <summary>The plural as one would spell it: "theory" to "theories", "process" to "processes".</summary>
    public static string Pluralize(string noun)
    {
        if (noun.EndsWith("sis", StringComparison.Ordinal))
        {
            return noun[..^2] + "es";
        }
        if (noun.EndsWith('y') && noun.Length > 1 && !IsVowel(noun[^2]))
        {
            return noun[..^1] + "ies";
        }
        return noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) ? noun + "es" : noun + "s";
    }

    private static IEnumerable<string> Detach(string word, (string Ending, string Instead)[] rules) =>
        from rule in rules
        where word.Length > rule.Ending.Length + 1 && word.EndsWith(rule.Ending, StringComparison.Ordinal)
        select string.Concat(word.AsSpan(0, word.Length - rule.Ending.Length), rule.Instead);

    /// <summary>"stopped" to "stop".</summary>
    private static IEnumerable<string> Undouble(string word, string ending)
    {
        var stem = word.Length - ending.Length;
        if (stem > 3 && word.EndsWith(ending, StringComparison.Ordinal) && word[stem - 1] == word[stem - 2] && !IsVowel(word[stem - 1]))
        {
            yield return word[..(stem - 1)];
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
