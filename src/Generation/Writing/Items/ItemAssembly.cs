using System.Globalization;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Puts a question and its options together: neutral order, ids from content, a citation and an explanation for each choice.</summary>
internal sealed class ItemAssembly(IReadOnlyDictionary<Guid, string> sourceNames)
{
    public ItemBody Assemble(Question question, IReadOnlyList<Option> distractors)
    {
        var options = Order(question, [question.Key, .. distractors]);
        var citations = (IReadOnlyList<Citation>)[.. question.More.Prepend(question.Fact.Evidence).Concat(question.Fact.Support).Select(Cite)];
        var choices = options.Select(o => ChoiceOf(question, o, citations)).ToList();
        return new ItemBody(question.Kind, question.Level, question.Stem, choices, Naming.Sentence(question.Fact), citations);
    }

    private Choice ChoiceOf(Question question, Option option, IReadOnlyList<Citation> proof)
    {
        var isKey = ReferenceEquals(option, question.Key);
        var id = StableHash.Id($"{question.Stem}\n{option.Text}");
        return new Choice(id, option.Text, isKey, isKey ? proof : [.. option.Fact.Support.Prepend(option.Fact.Evidence).Select(Cite)], isKey ? null : option.Reality ?? Naming.Sentence(option.Fact));
    }

    /// <summary>Numbers ascend; else by the hash of stem and text, which puts the key anywhere.</summary>
    private static List<Option> Order(Question question, List<Option> options) => options.TrueForAll(o => o.Form.Kind == OptionKind.Number)
        ? [.. options.OrderBy(o => decimal.Parse(o.Fact.Value!.Replace(",", "", StringComparison.Ordinal).TrimEnd('.'), CultureInfo.InvariantCulture))]
        : [.. options.OrderBy(o => StableHash.Of($"{question.Stem}\n{o.Text}")).ThenBy(o => o.Text, StringComparer.Ordinal)];

    private Citation Cite(Evidence evidence) => Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length);
}
