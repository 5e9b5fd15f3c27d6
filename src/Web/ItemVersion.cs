using Tutor.Courses.Differences;
using Tutor.Review;

namespace Tutor.Web;

/// <summary>A version of a question beside the one before it.</summary>
/// <param name="Changes">What it changed, part by part; none for the first.</param>
public sealed record ItemVersion(Revision Revision, bool IsCurrent, IReadOnlyList<(string Name, IReadOnlyList<DiffRun> Runs)> Changes)
{
    public string Writer => Revision.Writer == Reviewing.Person ? "a person" : "Tutor";

    /// <param name="revisions">Newest first.</param>
    public static IReadOnlyList<ItemVersion> Of(IReadOnlyList<Revision> revisions, Guid current) =>
        [.. revisions.Select((r, i) => new ItemVersion(r, r.Id == current, i + 1 < revisions.Count ? Changed(revisions[i + 1].As<ItemBody>(), r.As<ItemBody>()) : []))];

    private static List<(string, IReadOnlyList<DiffRun>)> Changed(ItemBody before, ItemBody after)
    {
        var changes = new List<(string, IReadOnlyList<DiffRun>)>();
        void Compare(string name, string old, string young)
        {
            if (old != young) changes.Add((name, WordDiff.Between(old, young)));
        }
        Compare("Question", before.Stem, after.Stem);
        for (var i = 0; i < Math.Max(before.Choices.Count, after.Choices.Count); i++)
            Compare($"Choice {(char)('A' + i)}", Text(before, i), Text(after, i));
        Compare("Key", Key(before), Key(after));
        Compare("Explanation", before.Explanation, after.Explanation);
        return changes;
    }

    private static string Text(ItemBody body, int i) => i < body.Choices.Count ? body.Choices[i].Text : "";

    private static string Key(ItemBody body) => string.Join(", ", body.Choices.Select((c, i) => c.IsKey ? ((char)('A' + i)).ToString() : "").Where(k => k.Length > 0));
}
