using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Parts and kinds of a whole, steps of a process, examples of a kind.</summary>
internal static class RowQuestions
{
    public static IEnumerable<Option> Options(Fact fact, TermKeys keys)
    {
        if (fact.Kind is not (FactKind.Enumeration or FactKind.Example or FactKind.Process))
        {
            yield break;
        }
        foreach (var member in fact.Members.Where(m => m.Split(' ').Length <= 8))
        {
            if (OptionText.Of(member) is { } text)
            {
                yield return new Option(text, fact.Kind == FactKind.Process ? new OptionForm(OptionKind.Step) : new OptionForm(OptionKind.Member, IsPlural(text, keys)), keys.Of(text), fact)
                {
                    Reality = fact.Kind == FactKind.Process ? null : $"This is named among the {fact.Other ?? "parts"} of {fact.Term}.",
                };
            }
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermKeys keys)
    {
        var options = Options(fact, keys).ToList();
        if (options.Count < 2 || options.Count != fact.Members.Count)
        {
            yield break;
        }
        var barred = options.Select(o => o.About).ToHashSet(StringComparer.Ordinal);
        if (fact.Kind == FactKind.Process)
        {
            foreach (var question in Steps(fact, options))
            {
                yield return question;
            }
            yield break;
        }
        var key = options[(int)(StableHash.Of(fact.Statement) % (uint)options.Count)];
        if (fact.Kind == FactKind.Example)
        {
            yield return new Question("example-of", BloomLevel.Understand, $"Which of the following is an example of {Singular(fact, keys)}?", key, fact.Key, fact.Score + 0.05) { Barred = barred };
            yield break;
        }
        // Only a row that is counted or set out as a list names all its parts: of others, a distractor may be one as well.
        var whole = fact.Value is not null || fact.Pattern == "list";
        if (!whole)
        {
            yield break;
        }
        if (fact.Other is { } kind)
        {
            var one = Spelling.Indefinite(keys.Word(kind)) + " " + keys.Word(kind);
            var count = fact.Value is { } number ? $"one of the {number} {Verbless(kind)} of {Naming.Of(fact)}" : $"{one} of {Naming.Of(fact)}";
            yield return new Question("part-of", BloomLevel.Remember, $"Which of the following is {count}?", key, fact.Key, fact.Score + 0.05) { Barred = barred };
            if (options.Count >= 3)
            {
                yield return new Question("not-a-part", BloomLevel.Remember, $"Which of the following is NOT among the {Verbless(kind)} of {Naming.Of(fact)}?", key, fact.Key, fact.Score - 0.2) { Own = options, OnlyOwn = true, Barred = barred };
            }
        }
        else
        {
            yield return new Question("part-of", BloomLevel.Remember, $"Which of the following is named as a part of {Spelling.WithArticle(fact.Article, fact.Term)}?", key, fact.Key, fact.Score) { Barred = barred };
        }
    }

    private static IEnumerable<Question> Steps(Fact fact, List<Option> options)
    {
        for (var i = 0; i + 1 < options.Count && options.Count >= 4; i++)
        {
            yield return new Question("next-step", BloomLevel.Understand, $"In {fact.Term}, which step comes directly after “{options[i].Text}”?", options[i + 1], fact.Key, fact.Score - 0.02 * i)
            {
                Own = [.. options.Where((_, k) => k != i && k != i + 1)], OnlyOwn = true,
            };
        }
    }

    private static string Verbless(string kind) => kind.EndsWith('s') ? kind : Endings.Pluralize(kind);

    private static string Singular(Fact fact, TermKeys keys)
    {
        var words = fact.Term.Split(' ');
        words[^1] = keys.Word(words[^1]);
        var term = string.Join(' ', words);
        return fact.Plural ? Spelling.Indefinite(term) + " " + term : term;
    }

    private static bool IsPlural(string text, TermKeys keys) => text.Split(' ')[^1] is var last && last.EndsWith('s') && keys.Word(last) != last;
}
