using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>A list that a lesson can tell whole.</summary>
/// <param name="Lead">The sentence that announces it with a colon; null for bullets under a heading.</param>
/// <param name="Items">In order, on one line each.</param>
internal sealed record LessonList(SourceSentence? Lead, IReadOnlyList<SourceSentence> Items, bool Ordered);

/// <summary>Finds the lists of a module: those a sentence announces with a colon, and the bullets of a slide, which stand for sentences.</summary>
internal static partial class LessonLists
{
    private const int MostItems = 12, MostWords = 150, MostWordsOfItem = 40;

    /// <summary>By the first sentence of each list.</summary>
    public static Dictionary<SourceSentence, LessonList> Of(IReadOnlyList<SourceSentence> sentences)
    {
        var lists = new Dictionary<SourceSentence, LessonList>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < sentences.Count; i++)
        {
            var first = sentences[i];
            if (first.Kind != BlockKind.List || (i > 0 && sentences[i - 1].Paragraph == first.Paragraph) || PartOf(first) is not { } part) continue;
            var lead = i > 0 && IsLead(sentences[i - 1], first, part) ? sentences[i - 1] : null;
            if (Read(first, part, lead) is { } list) lists[first] = list;
        }
        return lists;
    }

    private static bool IsLead(SourceSentence before, SourceSentence first, ChunkPart part)
    {
        var text = before.Sentence.Text.TrimEnd();
        return before.Kind == BlockKind.Paragraph && before.Chunk.Id == first.Chunk.Id && part.Start - before.Sentence.End is >= 0 and <= 3
            && text.EndsWith(':') && LessonRepairs.IsStatement(LessonRepairs.Tidy(text).TrimEnd(':') + ".");
    }

    private static LessonList? Read(SourceSentence first, ChunkPart part, SourceSentence? lead)
    {
        var items = Items(first, part);
        var words = items.Sum(i => ContentWords.Count(i.Sentence.Text)) + (lead is null ? 0 : ContentWords.Count(lead.Sentence.Text));
        if (items.Count is < 2 or > MostItems || words > MostWords || !items.All(IsTold)) return null;
        // Whole sentences without words that announce them are told as sentences.
        var fragments = items.Count(i => i.Sentence.Text[^1] is not ('.' or '!' or '”'));
        return lead is not null || (first.Headings.Count > 0 && fragments * 2 > items.Count) ? new LessonList(lead, items, part.Ordered) : null;
    }

    private static List<SourceSentence> Items(SourceSentence first, ChunkPart part)
    {
        var items = new List<SourceSentence>();
        var text = first.Chunk.Text;
        for (var at = part.Start; at < part.End;)
        {
            var end = text.IndexOf('\n', at, part.End - at) is >= 0 and var found ? found : part.End;
            var (from, to) = (at, end);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (to > from) items.Add(first with { Sentence = new Sentence(text[from..to], from, []), Tokens = [], Clauses = [], StandsAlone = true });
            at = end + 1;
        }
        return items;
    }

    /// <summary>An item as it is printed: without the sign or number in front of it.</summary>
    public static string TextOf(SourceSentence item) => LessonRepairs.Capitalised(Mark().Replace(LessonRepairs.Tidy(item.Sentence.Text), "").TrimEnd(';', ','));

    private static bool IsTold(SourceSentence item)
    {
        var text = TextOf(item);
        return text.Length > 1 && ContentWords.Count(text) is > 0 and <= MostWordsOfItem && !text.Contains('?', StringComparison.Ordinal) && !LessonRepairs.Announces(text) && !Openers.PointsElsewhere(text);
    }

    private static ChunkPart? PartOf(SourceSentence sentence) =>
        sentence.Chunk.Parts.FirstOrDefault(p => sentence.Sentence.Start >= p.Start && sentence.Sentence.Start < p.End);

    [GeneratedRegex(@"^([•◦▪‣·*–—-]\s*|\(?(\d{1,2}|[a-z])[.)]\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
