using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Takes a pool from many drafts: surest first, spread over sections, headings, kinds and objectives, no term asked for twice where there are others.</summary>
internal sealed class ItemChoice(IReadOnlyList<ItemDraft> drafts)
{
    private readonly List<ItemDraft> _taken = [];
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, string), int> _headings = [];
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _objectives = [], _sections = [];
    private readonly List<HashSet<string>> _words = [];
    private readonly HashSet<(string, string)> _asked = [];
    private readonly Dictionary<(Guid, string?), int> _tables = [];

    /// <summary>So many cells of one column make the point; the rest are the same question again.</summary>
    private const int MostOfColumn = 3;

    /// <summary>The first items of a section may be less sure than those that come on top.</summary>
    private const int FirstOfSection = 2;
    private const int FewOfSection = 4;
    private const double SureForMore = 0.45, SureForMoreProperty = 0.54;

    public IReadOnlyList<ItemDraft> Take(int count)
    {
        var open = drafts.Where(d => d.Body.Kind != "not-a-part" || StableHash.Of(d.Body.Stem) % 2 == 0).ToList();
        while (_taken.Count < count && open.Count > 0)
        {
            var best = open.MaxBy(d => (!IsTooMuchOf(d.Body.Kind), Worth(d), d.Body.Stem))!;
            open.Remove(best);
            if (Repeats(best) || IsOfFullColumn(best) || best.Confidence < (best.Fact.Kind is FactKind.Property or FactKind.Cause && best.Fact.Pattern != "table-row" ? SureForMoreProperty : SureForMore) && _sections.GetValueOrDefault(best.Section.Index) >= FirstOfSection)
            {
                continue;
            }
            Count(best);
        }
        var places = new int[MostChoices];
        return [.. _taken.Select(d => d with { Body = WithKeyPlaced(d.Body, places) })];
    }

    private const int MostChoices = 6;

    /// <summary>The key takes the place that was right least often so far, of several the one drawn from its words: chance alone leaves a place that is right too often.</summary>
    private static ItemBody WithKeyPlaced(ItemBody body, int[] places)
    {
        if (body.Kind == "number-with-unit")
        {
            return body;
        }
        var place = Enumerable.Range(0, Math.Min(body.Choices.Count, MostChoices)).OrderBy(p => places[p]).ThenBy(p => StableHash.Of($"{body.Stem}\n{p}")).First();
        places[place]++;
        var key = body.Choices.First(c => c.IsKey);
        var choices = body.Choices.Where(c => !c.IsKey).ToList();
        choices.Insert(place, key);
        return body with { Choices = choices };
    }

    /// <summary>Negative stems and cells of tables are a seasoning: so many of a kind a pool of this size may hold.</summary>
    private bool IsTooMuchOf(string kind)
    {
        var share = kind switch { "not-a-part" => 30, "number-with-unit" => 20, "table-cell" => 5, _ => 0 };
        return share > 0 && _kinds.GetValueOrDefault(kind) > 0 && (_kinds.GetValueOrDefault(kind) + 1) * share > _taken.Count + 1;
    }

    private double Worth(ItemDraft draft) => draft.Confidence
        - 0.22 * _headings.GetValueOrDefault((draft.Section.Index, draft.Fact.Topic))
        - 0.12 * _sections.GetValueOrDefault(draft.Section.Index)
        - 0.6 * (_taken.Count == 0 ? 0 : _kinds.GetValueOrDefault(draft.Body.Kind) / (double)_taken.Count)
        - (draft.Objective is { } o ? 0.06 * _objectives.GetValueOrDefault(o) : 0.03);

    private bool Repeats(ItemDraft draft)
    {
        var words = Words(draft);
        return _terms.Contains(draft.Fact.Key) && draft.Fact.Pattern != "table-row" && !MayReturn(draft) || _words.Exists(w => w.Count(words.Contains) >= 0.6 * Math.Min(w.Count, words.Count));
    }

    private bool IsOfFullColumn(ItemDraft draft) => draft.Fact.Pattern == "table-row" && _tables.GetValueOrDefault(ColumnOf(draft)) >= MostOfColumn;

    private static (Guid, string?) ColumnOf(ItemDraft draft) => (draft.Fact.Evidence.Chunk.Id, draft.Fact.Other);

    /// <summary>A term comes back under a heading that has no item yet, or once a kind of question in a section that has few.</summary>
    private bool MayReturn(ItemDraft draft) => _headings.GetValueOrDefault((draft.Section.Index, draft.Fact.Topic)) == 0
        || _sections.GetValueOrDefault(draft.Section.Index) < FewOfSection && !_asked.Contains((draft.Fact.Key, draft.Body.Kind));

    private void Count(ItemDraft draft)
    {
        _asked.Add((draft.Fact.Key, draft.Body.Kind));
        _taken.Add(draft);
        if (draft.Fact.Pattern == "table-row")
        {
            _tables[ColumnOf(draft)] = _tables.GetValueOrDefault(ColumnOf(draft)) + 1;
        }
        _terms.Add(draft.Fact.Key);
        _words.Add(Words(draft));
        _headings[(draft.Section.Index, draft.Fact.Topic)] = _headings.GetValueOrDefault((draft.Section.Index, draft.Fact.Topic)) + 1;
        _kinds[draft.Body.Kind] = _kinds.GetValueOrDefault(draft.Body.Kind) + 1;
        _sections[draft.Section.Index] = _sections.GetValueOrDefault(draft.Section.Index) + 1;
        if (draft.Objective is { } objective)
        {
            _objectives[objective] = _objectives.GetValueOrDefault(objective) + 1;
        }
    }

    private static HashSet<string> Words(ItemDraft draft) =>
        ContentWords.Of(draft.Body.Stem + " " + draft.Body.Choices.First(c => c.IsKey).Text).Where(w => !CourseEvidence.FormWords.Contains(w)).ToHashSet(StringComparer.Ordinal);
}
