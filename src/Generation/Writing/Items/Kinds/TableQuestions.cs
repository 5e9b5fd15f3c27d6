using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Cells of a table by row and column.</summary>
internal static class TableQuestions
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
            yield return new Option(fact.Statement, new OptionForm(OptionKind.Number, null, fact.Evidence.Chunk.Id + fact.Other), fact.Key, fact) { Reality = $"This stands under “{fact.Other}” for {fact.Term}." };
        }
        else if (OptionText.Of(fact.Statement) is { } text && ContentWords.Count(text) is >= 1 and <= OptionText.MostWords)
        {
            yield return new Option(text, new OptionForm(OptionKind.Cell, null, fact.Evidence.Chunk.Id + fact.Other), fact.Key, fact) { Reality = $"This stands under “{fact.Other}” for {fact.Term}." };
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermBook terms)
    {
        if (fact.Other is null || fact.Other.All(c => !char.IsLetter(c)) || Options(fact).FirstOrDefault() is not { } key || Header(fact) is not { } header)
        {
            yield break;
        }
        var number = fact.Kind == FactKind.Number;
        if (number && terms.ScoreOf(fact.Key) < FewestNumberScore)
        {
            yield break;
        }
        yield return new Question(number ? "number-with-unit" : "table-cell", BloomLevel.Remember, $"Which of the following is listed under “{fact.Other}” for {Naming.Of(fact)}?", key, fact.Key, fact.Score - (number ? 0.2 : 0.1)) { More = [header] };
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
}
