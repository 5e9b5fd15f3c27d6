namespace Tutor.Web;

internal static class Parts
{
    /// <summary>Neighbours of one chapter, in order; a chapter that comes back later is a group of its own.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<T> Modules)> InParts<T>(this IEnumerable<T> modules, Func<T, string> partOf)
    {
        var group = new List<T>();
        foreach (var module in modules)
        {
            if (group.Count > 0 && partOf(group[0]) != partOf(module))
            {
                yield return (partOf(group[0]), group);
                group = [];
            }
            group.Add(module);
        }
        if (group.Count > 0) yield return (partOf(group[0]), group);
    }
}
