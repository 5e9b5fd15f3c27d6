namespace Tutor.Parsing.Pdf;

/// <summary>Puts the pieces of a formula, or the labels of a figure's axis, together: dozens of blocks of a sign or two are of no use.</summary>
internal static class Scraps
{
    private const int Longest = 40;

    public static void Gather(List<Draft> drafts)
    {
        var kept = new List<Draft>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (kept.Count > 0 && IsScrap(draft) && IsScrap(kept[^1], any: true) && kept[^1].Last.Page == draft.Last.Page) kept[^1].Open.AddRange(draft.Open);
            else kept.Add(draft);
        }
        drafts.Clear();
        drafts.AddRange(kept);
    }

    // A gathered one may have grown long.
    private static bool IsScrap(Draft draft, bool any = false) =>
        draft.Kind == DraftKind.Text && (any || draft.Open.Sum(l => l.Text.Length) < Longest) && !draft.Open.Exists(l => HasWord(l.Text));

    /// <summary>Four letters on end, or a character of Chinese, Japanese or Korean.</summary>
    public static bool HasWord(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsLetter(c) ? run + 1 : 0;
            if (run >= 4 || c >= '\u3000') return true;
        }
        return false;
    }
}
