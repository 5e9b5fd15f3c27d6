using Tutor.Checks;
using Tutor.Language;
using Tutor.Retrieval;
using Tutor.Review;

namespace Tutor.Tutoring;

/// <summary>What help on an item may be made of: the passages that teach what it asks for, with its key kept out.</summary>
internal sealed class HintMaterial(ItemBody item, IReadOnlyList<Passage> found, Lexicon lexicon)
{
    public ItemBody Item { get; } = item;

    public KeyGuard Guard { get; } = new(item);

    public IReadOnlyList<Passage> Found { get; } = found;

    public TutorMaterial Material { get; } = TutorMaterial.Of(found, new AskedQuestion(item.Stem, QuestionKind.General, []), lexicon);

    public bool Allows(Facts.Evidence evidence) => !InjectedOrders.IsIn(evidence.Text) && Guard.Allows(evidence);

    /// <summary>What the item asks about, as one would print it inside a sentence; null where its words name nothing that may be said.</summary>
    public string? Topic()
    {
        var stem = ContentWords.Of(Item.Stem).ToHashSet(StringComparer.Ordinal);
        return Material.Table.Terms.Where(t => ContentWords.Of(t.Text).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } words && words.IsSubsetOf(stem) && !words.All(QuestionWords.IsAsking) && Guard.Allows(t.Text))
            .OrderByDescending(t => ContentWords.Of(t.Text).Count()).ThenByDescending(t => t.Score).ThenBy(t => t.Key, StringComparer.Ordinal).FirstOrDefault()?.Text;
    }

    /// <summary>Where the item's proof stands, in words that do not give it away: "page 3 of memory.pdf, under “Memory”".</summary>
    public string Place()
    {
        var proof = Item.Citations[0];
        var heading = proof.Locator.Headings.LastOrDefault(Guard.Allows);
        var at = proof.Locator switch
        {
            { Page: { } page } => $"page {page} of {proof.SourceName}",
            { Slide: { } slide } => $"slide {slide} of {proof.SourceName}",
            _ => proof.SourceName,
        };
        return heading is null ? at : $"{at}, under “{heading}”";
    }

    /// <summary>A sentence near the proof that may be shown, so that the page can be opened at it.</summary>
    public Citation? Near()
    {
        var proof = Item.Citations[0];
        if (Found.FirstOrDefault(p => p.Chunk.Id == proof.ChunkId) is not { } passage) return null;
        var near = SentenceSplitter.Split(passage.Chunk.Text, 0, passage.Chunk.Text.Length).Select(s => new Facts.Evidence(passage.Chunk, s.Start, s.Length))
            .Where(Allows).OrderBy(e => Math.Abs(e.Start - proof.Start)).FirstOrDefault();
        return near is null ? null : Citation.Of(passage.Chunk, passage.SourceName, near.Start, near.Length);
    }
}
