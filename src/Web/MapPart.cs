using Tutor.Learning;

namespace Tutor.Web;

/// <summary>A chapter on a course's map.</summary>
/// <param name="First">Number of its first module in the course.</param>
/// <param name="Folds">Whether it can be folded at all.</param>
/// <param name="IsHere">Whether it has the next step.</param>
public sealed record MapPart(string Name, IReadOnlyList<DashboardModule> Modules, int First, bool Folds, bool IsHere)
{
    public int Finished => Modules.Count(m => m.Finished);

    /// <param name="foldable">With more modules than so many, chapters fold; the one to go on in is open.</param>
    public static IReadOnlyList<MapPart> Of(Dashboard board, int foldable)
    {
        var parts = new List<MapPart>();
        var groups = board.Modules.InParts(m => m.Part).ToList();
        var folds = groups.Count > 1 && board.Modules.Count > foldable;
        foreach (var (name, modules) in groups)
            parts.Add(new MapPart(name, modules, 1 + parts.Sum(p => p.Modules.Count), folds && name.Length > 0, modules.Any(m => m.Id == board.Next?.ModuleId)));
        return parts;
    }
}
