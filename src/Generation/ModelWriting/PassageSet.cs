using System.Globalization;
using Tutor.Checks;
using Tutor.Prompts;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor.ModelWriting;

/// <summary>The chunks a prompt holds, under the names by which an answer cites them.</summary>
internal sealed class PassageSet
{
    /// <summary>Some 8,000 tokens: what every current model reads with room for its answer.</summary>
    private const int MostWords = 5500;

    /// <summary>Fewer words stand somewhere by chance.</summary>
    private const int FewestQuoted = 3;

    private readonly List<Chunk> _chunks = [];
    private readonly IReadOnlyDictionary<Guid, string> _sourceNames;

    /// <param name="wanted">Chunks that must be among them where not all fit: those the objectives rest on.</param>
    public PassageSet(IReadOnlyList<Chunk> chunks, IReadOnlyDictionary<Guid, string> sourceNames, IEnumerable<Guid> wanted)
    {
        _sourceNames = sourceNames;
        var first = wanted.ToHashSet();
        var taken = new HashSet<Chunk>();
        foreach (var chunk in chunks.OrderByDescending(c => first.Contains(c.Id)))
            if (taken.Count == 0 || taken.Sum(c => c.Words) + chunk.Words <= MostWords) taken.Add(chunk);
        _chunks.AddRange(chunks.Where(taken.Contains));
    }

    public IEnumerable<PromptItem> Items => _chunks.Select((c, i) => Item(c, i));

    /// <summary>The passages with their texts cut by the caller, under the same names; a passage of which nothing is left is not given.</summary>
    public IEnumerable<PromptItem> Cut(Func<Chunk, string, string> cut, Func<string, bool> heading) => _chunks
        .Select((c, i) => (Name: Item(c, i).Id, Text: cut(c, c.Text).Trim(), Above: string.Join(" > ", c.Headings.Where(heading)))).Where(x => x.Text.Length > 0)
        .Select(x => new PromptItem(x.Name, x.Above.Length == 0 ? x.Text : $"{x.Above}\n\n{x.Text}"));

    /// <summary>The passages an item quotes with their neighbours, under the same names; all where it quotes none.</summary>
    public IEnumerable<PromptItem> Around(IEnumerable<QuoteAnswer> quotes)
    {
        var near = quotes.Select(q => IndexOf(q.Passage)).OfType<int>().SelectMany(i => (int[])[i - 1, i, i + 1]).ToHashSet();
        return near.Count == 0 ? Items : _chunks.Select((c, i) => (Chunk: c, Index: i)).Where(x => near.Contains(x.Index)).Select(x => Item(x.Chunk, x.Index));
    }

    /// <summary>The citations of quotes, in the chunks' own characters. What cannot be found is told in <paramref name="faults"/> and left out.</summary>
    public IReadOnlyList<Citation> Cite(IReadOnlyList<QuoteAnswer> quotes, List<string> faults)
    {
        var citations = new List<Citation>();
        foreach (var quote in quotes)
            if (Cite(quote, out var fault) is not { } citation) faults.Add(fault);
            else if (!citations.Contains(citation)) citations.Add(citation);
        return citations;
    }

    private Citation? Cite(QuoteAnswer quote, out string fault)
    {
        fault = "";
        if (IndexOf(quote.Passage) is not { } index)
        {
            fault = $"There is no passage {QuoteCheck.Shorten(quote.Passage)}; quote from the passages that are given.";
            return null;
        }
        var found = ContentWords.Words(quote.Quote).Count >= FewestQuoted ? QuoteCheck.Cite(_chunks[index], _sourceNames.GetValueOrDefault(_chunks[index].SourceId, ""), quote.Quote) : null;
        if (found is not null && InjectedOrders.IsIn(found.Quote)) (found, fault) = (null, "A quote repeats an order that stands in the material; quote what the material teaches.");
        else if (found is null) fault = $"“{QuoteCheck.Shorten(quote.Quote)}” does not stand in passage {quote.Passage} word for word, or is too short to prove anything.";
        return found;
    }

    private int? IndexOf(string name) =>
        name.StartsWith('p') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= _chunks.Count ? n - 1 : null;

    private static PromptItem Item(Chunk chunk, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"p{index + 1}"), chunk.Headings.Count == 0 ? chunk.Text : $"{string.Join(" > ", chunk.Headings)}\n\n{chunk.Text}");
}
