namespace Tutor.Writing;

/// <summary>Whether options may stand side by side: alike in form, apart in words, and wrong where the key is right.</summary>
internal sealed class OptionFit(CourseMeaning meaning, TermBook terms)
{
    private const double MostShared = 0.67, MostSharedSaid = 0.5;

    /// <summary>Alike in form and length, and not about the same thing.</summary>
    public static bool Fits(Question question, Option option)
    {
        var key = question.Key;
        if (option.Form.Kind != key.Form.Kind || option.Form.Group != key.Form.Group || question.Barred.Contains(option.About) && !question.OnlyOwn)
        {
            return false;
        }
        if (option.Form.Plural is { } plural && key.Form.Plural is { } wanted && plural != wanted && option.Form.Kind is not (OptionKind.Description or OptionKind.Term))
        {
            return false;
        }
        if (char.IsUpper(option.Text[0]) != char.IsUpper(key.Text[0]) || option.Text.Equals(key.Text, StringComparison.OrdinalIgnoreCase) || Overlap(option, key) > Most(key))
        {
            return false;
        }
        if (option.Form.Kind is OptionKind.Cell or OptionKind.Number or OptionKind.Step or OptionKind.Person)
        {
            return option.About != key.About || option.Form.Kind == OptionKind.Step;
        }
        if (option.Form.Kind is OptionKind.View or OptionKind.Work && (option.About == key.About || Names(option, key.About) || Names(key, option.About)))
        {
            return false;
        }
        if (question.OnlyOwn)
        {
            return true;
        }
        // A word against a sentence gives the answer away.
        var ratio = option.Text.Length / (double)key.Text.Length;
        return ratio is > 0.4 and < 2.6;
    }

    /// <summary>The sentence speaks of the other person too: both may hold it.</summary>
    private static bool Names(Option option, string person) => option.Fact.Sentence.Contains(person.Split(' ')[^1], StringComparison.Ordinal);

    /// <summary>Not right as well, as far as the course tells: no other name, kind, part or whole of what is asked for, and nowhere said of it.</summary>
    public bool IsWrong(Question question, Option option)
    {
        var about = question.About;
        if (terms.AreAliases(option.About, about) || meaning.AreRelated(option.About, about) || meaning.IsDefinedBy(option.Fact, about) || meaning.IsDefinedBy(question.Fact, option.About))
        {
            return false;
        }
        if (question.Key.Form.Kind == OptionKind.Member && meaning.AreNamedTogether(option.About, question.Fact.Key))
        {
            return false;
        }
        if (question.Key.Form.Kind is OptionKind.Term or OptionKind.Member && meaning.IsCommonIn(question.Fact.Section, option.About) && !meaning.IsCommonIn(question.Fact.Section, question.Key.About))
        {
            return false; // "technology", "status" beside "immigration": nobody takes them
        }
        return question.Key.Form.Kind is OptionKind.Term or OptionKind.Member ? !MayBeMeant(question, option) && !IsTrueOf(question, option) : !meaning.Supports(about, option);
    }

    /// <summary>No two options share most of their words, or speak of one term.</summary>
    public bool AreApart(IReadOnlyList<Option> set)
    {
        for (var i = 0; i < set.Count; i++)
        {
            for (var j = i + 1; j < set.Count; j++)
            {
                if (Overlap(set[i], set[j]) > Most(set[i]) || set[i].Form.Kind is not (OptionKind.Cell or OptionKind.Number or OptionKind.Step) && (set[i].About == set[j].About || terms.AreAliases(set[i].About, set[j].About)))
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>Two things of which nearly the same is said may both be right.</summary>
    private static double Most(Option option) => option.Form.Kind is OptionKind.Does or OptionKind.Is ? MostSharedSaid : MostShared;

    public static int Size(Option option) => option.Length <= 1 ? 0 : option.Length <= 3 ? 1 : option.Length <= 8 ? 2 : 3;

    public static bool StartAlike(Option a, Option b) => a.Text.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal) == b.Text.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"field work" beside "field research": what shares a word with the key and is nowhere defined may be the same thing.</summary>
    private bool MayBeMeant(Question question, Option option) => terms.DefinitionOf(option.About) is null && option.Words.Overlaps(question.Key.Words);

    /// <summary>For an option that is a term: a sentence that names it says what the stem says.</summary>
    private bool IsTrueOf(Question question, Option option) => meaning.Supports(option.About, question.Statement)
        || question.Key.Form.Kind == OptionKind.Term && question.Fact.Sentence.Contains(option.Text, StringComparison.OrdinalIgnoreCase);

    private static double Overlap(Option a, Option b)
    {
        var shared = a.Words.Count(b.Words.Contains);
        var smaller = Math.Min(a.Words.Count, b.Words.Count);
        return smaller == 0 ? 0 : a.Form.Kind is OptionKind.Term or OptionKind.Member or OptionKind.Person ? (shared == smaller && shared == Math.Max(a.Words.Count, b.Words.Count) ? 1 : 0) : shared / (double)smaller;
    }
}
