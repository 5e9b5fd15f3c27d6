using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>All options of a course, by chapter and kind.</summary>
internal sealed class OptionPool
{
    private readonly Dictionary<(int Chapter, OptionKind Kind), List<Option>> _options = [];

    /// <summary>What is said of lesser things makes no distractor.</summary>
    private const double FewestTermScore = 0.3;

    /// <summary>A term that nothing defines must be an important one to stand as an option.</summary>
    private const double FewestUndefinedScore = 0.5;

    public OptionPool(FactTable table, TermBook terms, TermKeys keys, TermNatures natures)
    {
        foreach (var fact in table.Facts)
        {
            if (terms.ScoreOf(fact.Key) >= DefinitionQuestions.FewestTermScore)
            {
                Add(DefinitionQuestions.Options(fact).Where(natures.IsDescribed));
            }
            if (terms.ScoreOf(fact.Key) >= FewestTermScore)
            {
                Add(PropertyQuestions.Options(fact).Where(o => natures.IsComplete(o.Text)));
                Add(ComparisonQuestions.Options(fact).Where(o => natures.IsComplete(o.Text)));
            }
            Add(RowQuestions.Options(fact, keys));
            Add(TableQuestions.Options(fact));
            Add(ClaimQuestions.Options(fact).Where(natures.IsStated));
        }
        var named = terms.Options().Where(o => natures.IsNamed(o.Text) && (terms.DefinitionOf(o.About) is not null || terms.ScoreOf(o.About) >= FewestUndefinedScore)).ToList();
        Add(named);
        // Any term may stand beside a member of a row.
        foreach (var option in named)
        {
            Put(option with { Form = option.Form with { Kind = OptionKind.Member } });
        }
    }

    public IReadOnlyList<Option> Of(int chapter, OptionKind kind) => _options.GetValueOrDefault((chapter, kind), []);

    public IEnumerable<Option> OfOthers(int chapter, OptionKind kind) => _options.Where(p => p.Key.Kind == kind && p.Key.Chapter != chapter).SelectMany(p => p.Value);

    private void Add(IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            Put(option);
        }
    }

    private void Put(Option option)
    {
        var place = (option.Fact.Section.Chapter, option.Form.Kind);
        (_options.TryGetValue(place, out var list) ? list : _options[place] = []).Add(option);
    }
}
