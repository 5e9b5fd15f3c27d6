using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Cells of a table by row and column.</summary>
internal static partial class TableQuestions
{
    /// <summary>Numbers of things the course does not teach (countries, years, brands) are looked up, not learned.</summary>
    private const double FewestNumberScore = 0.4;

    public static IEnumerable<Option> Options(Fact fact)
    {
        if (fact.Pattern != "table-row" || fact.Other is null)
        {
            yield break;
        }
        if (fact.Kind == FactKind.Number)
        {
            yield return new Option(fact.Statement, new OptionForm(OptionKind.Number, null, fact.Evidence.Chunk.Id + fact.Other), fact.Key, fact) { Reality = Naming.Cell(fact) };
        }
        else if (!fact.Statement.Contains('?', StringComparison.Ordinal) && OptionText.Of(fact.Statement) is { } text && ContentWords.Count(text) is >= 1 and <= OptionText.MostWords)
        {
            yield return new Option(text, new OptionForm(OptionKind.Cell, null, fact.Evidence.Chunk.Id + fact.Other), fact.Key, fact) { Reality = Naming.Cell(fact) };
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermBook terms, TermNatures natures)
    {
        if (fact.Other is null || fact.Other.All(c => !char.IsLetter(c)) || Options(fact).FirstOrDefault() is not { } key || Header(fact) is not { } header)
        {
            yield break;
        }
        var number = fact.Kind == FactKind.Number;
        if (number && terms.ScoreOf(fact.Key) < FewestNumberScore || !natures.IsNamed(fact.Term))
        {
            yield break;
        }
        var name = terms.NameOf(fact);
        var example = Examples().IsMatch(fact.Other);
        yield return new Question(number ? "number-with-unit" : example ? "example-of" : "table-cell", example ? BloomLevel.Understand : BloomLevel.Remember, Stem(fact, name, natures), key, fact.Key, fact.Score - (number ? 0.2 : 0.1)) { More = [header] };
    }

    private static string Stem(Fact fact, string name, TermNatures natures)
    {
        var column = fact.Other!;
        if (Examples().IsMatch(column))
        {
            return $"Which of the following is an example of {name}?";
        }
        if (Descriptions().IsMatch(column))
        {
            return $"Which of the following describes {name}?";
        }
        // Headers capitalise every word; those with more capitals ("I-O") stay.
        var words = string.Join(' ', column.Split(' ').Select(w => Spelling.Small(w, _ => false)));
        return natures.NumberOf(words) switch
        {
            null => $"Which entry under “{column}” belongs to {name}?",
            true => $"According to the course, what are the {words} of {name}?",
            false => $"According to the course, what is the {words} of {name}?",
        };
    }

    private static Evidence? Header(Fact fact)
    {
        var text = fact.Evidence.Chunk.Text;
        var part = fact.Evidence.Chunk.Parts.FirstOrDefault(p => p.Start <= fact.Evidence.Start && p.End >= fact.Evidence.End);
        if (part is null)
        {
            return null;
        }
        var end = text.IndexOf('\n', part.Start, part.Length);
        return end <= part.Start ? null : new Evidence(fact.Evidence.Chunk, part.Start, text.AsSpan(part.Start, end - part.Start).TrimEnd().Length);
    }

    [GeneratedRegex(@"^(?:an? )?(?:typical |common |possible )?(?:examples?|instances?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Examples();

    [GeneratedRegex(@"^(?:brief |short )?(?:definitions?|descriptions?|meanings?|explanations?|what it is|what it means)$", RegexOptions.IgnoreCase)]
    private static partial Regex Descriptions();
}
