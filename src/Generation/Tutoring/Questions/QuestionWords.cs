using Tutor.Checks;

namespace Tutor.Tutoring;

/// <summary>The words of a question that say what it is about, without those that only ask.</summary>
internal static class QuestionWords
{
    /// <summary>They stand in questions about anything, and no passage needs to contain them.</summary>
    private static readonly HashSet<string> s_asking =
    [
        .. CourseEvidence.FormWords,
        .. ContentWords.Of("""
            except define defined definition explain describe tell give list name compare difference differ distinguish summarize summarise mean meaning reason
            example instance kind type one two much many often called known refer best use used using person people likely least please help understand know
            learn want need question answer say said work thing something anything more lot get
            """),
    ];

    public static bool IsAsking(string stem) => s_asking.Contains(stem);

    /// <summary>Stems in the order of the text; where it has none but asking words, those.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var all = ContentWords.Of(text).ToList();
        var said = all.FindAll(w => !IsAsking(w));
        return said.Count > 0 ? said : all;
    }

    /// <summary>The same words as they were typed, for a search that stems them itself.</summary>
    public static string Plain(string text)
    {
        var words = ContentWords.Words(text).Where(w => !ContentWords.IsFunctionWord(w)).ToList();
        var said = words.FindAll(w => !IsAsking(ContentWords.Stem(w)));
        return string.Join(' ', said.Count > 0 ? said : words);
    }

    /// <summary>Words that stand side by side where what only joins and asks is left out: "fluid intelligence", "division (of) labor".</summary>
    public static IReadOnlyList<(string First, string Second)> Pairs(string text)
    {
        var words = ContentWords.Of(text).ToList();
        return [.. words.Zip(words.Skip(1)).Where(p => p.First != p.Second && !IsAsking(p.First) && !IsAsking(p.Second)).Distinct()];
    }
}
