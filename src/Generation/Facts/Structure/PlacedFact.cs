namespace Tutor.Facts;

/// <summary>A finding with the words it rests on.</summary>
internal sealed record PlacedFact(Found Found, Evidence Evidence, Section Section, string Heading, string Sentence)
{
    /// <summary>Sentences that name what the evidence calls "it" or "this process".</summary>
    public IReadOnlyList<Evidence> Support { get; init; } = [];

    public static PlacedFact Of(Found found, SourceSentence sentence) =>
        new(found, sentence.Evidence, sentence.Section, sentence.Headings.Count > 0 ? HeadingText.Plain(sentence.Headings[^1]) : "", string.Join(' ', sentence.Sentence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            Support = found.Support is { } support && support != sentence ? [support.Evidence] : [],
        };

    /// <summary>A finding of a clause whose subject stood in another sentence.</summary>
    public PlacedFact Naming(Antecedent? antecedent) => antecedent is null ? this : this with { Support = [antecedent.Said, .. Support] };
}
