using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>What the checks of items do not look at: whether a stem only repeats the source.</summary>
internal static class SelfCheck
{
    private const int Run = 6;
    private const double MostCopied = 0.58;

    /// <summary>True where runs of six words and more from the source make up most of the stem.</summary>
    public static bool IsCopied(Question question)
    {
        var stem = ContentWords.Words(question.Stem);
        var source = " " + string.Join(' ', ContentWords.Words(question.Fact.Evidence.Text)) + " ";
        var copied = new HashSet<int>();
        for (var i = 0; i + Run <= stem.Count; i++)
        {
            if (source.Contains(" " + string.Join(' ', stem.Skip(i).Take(Run)) + " ", StringComparison.Ordinal))
            {
                copied.UnionWith(Enumerable.Range(i, Run));
            }
        }
        return copied.Count > MostCopied * stem.Count;
    }
}
