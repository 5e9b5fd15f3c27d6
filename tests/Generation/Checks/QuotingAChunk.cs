using Tutor.Review;
using Xunit;

namespace Tutor.Checks;

public sealed class QuotingAChunk
{
    [Theory]
    [InlineData("The “hidden curriculum” is well-known.", "The \"hidden curriculum\" is well-known.")]
    [InlineData("A cell’s mem-\nbrane lets water through.", "A cell's membrane lets water through.")]
    [InlineData("Rest — and  only\trest — helps.", "Rest—and only rest—helps.")]
    [InlineData("The ﬁrst ﬂight (1903–1905) was short.", "The first flight (1903-1905) was short.")]
    [InlineData("Le caf\u00E9 noir est servi.", "Le cafe\u0301 noir est servi.")]
    [InlineData("Soft\u00ADware and zero\u200Bwidth.", "Software and zerowidth.")]
    [InlineData("Nerves — they carry — pulses.", "- they carry -")]
    public void What_only_typesetting_changed_is_the_same_quote(string text, string quote)
    {
        var chunk = Make.Chunk("Before it. " + text + " After it.");

        var citation = QuoteCheck.Cite(chunk, "book.pdf", quote);

        Assert.NotNull(citation);
        Assert.Equal(citation.Quote, chunk.Text.Substring(citation.Start, citation.Quote.Length));
        Assert.Contains(citation.Quote, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Positive reinforcement adds a stimulus.")]
    [InlineData("reinforcement removes a stimulus. It")]
    [InlineData("einforcement removes")]
    [InlineData("Negative reinforcement removes a stimulu")]
    [InlineData("removes reinforcement")]
    [InlineData("")]
    [InlineData(" — ")]
    public void Other_words_half_words_and_nothing_are_no_quotes(string quote) =>
        Assert.Null(QuoteCheck.Find(Make.Chunk("Negative reinforcement removes a stimulus. Punishment adds one."), quote));

    [Fact]
    public void The_span_ends_where_the_quote_ends()
    {
        var chunk = Make.Chunk("One. Two “three” — four-\nteen, five. Six.");

        var span = QuoteCheck.Find(chunk, "Two \"three\" - fourteen, five.");

        Assert.Equal("Two “three” — four-\nteen, five.", chunk.Text.Substring(span!.Value.Start, span.Value.Length));
    }

    [Fact]
    public void A_citation_whose_span_was_moved_is_reported_in_words()
    {
        var chunk = Make.Chunk("Water boils at 100 degrees.");
        var chunks = new Dictionary<Guid, Sources.Chunk> { [chunk.Id] = chunk };
        var good = Citation.Of(chunk, "notes.md", 6, 5);

        Assert.True(QuoteCheck.Check([good], chunks).Passed);
        var moved = QuoteCheck.Check([good with { Start = 7 }], chunks);
        Assert.False(moved.Passed);
        Assert.Contains("“boils” does not stand in notes.md", moved.Message, StringComparison.Ordinal);
        Assert.False(QuoteCheck.Check([good with { ChunkId = Guid.Empty }], chunks).Passed);
        Assert.False(QuoteCheck.Check([good with { Start = 400 }], chunks).Passed);
    }
}
