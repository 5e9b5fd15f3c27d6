using Tutor.Courses.Differences;
using Tutor.Review;

namespace Tutor.Web;

/// <summary>What a publication changes, in words.</summary>
public static class DifferenceWords
{
    public static string Module(ModuleDiff module) => module switch
    {
        { Fate: Fate.Added } => "New",
        { Fate: Fate.Removed } => "Taken out",
        { Pieces.Count: > 0 } => "Changed",
        { WasTitle: not null } => "Renamed",
        { Moved: true } => "Moved",
        _ => "Changed",
    };

    /// <summary>Class of the badge.</summary>
    public static string Look(Fate fate) => fate switch
    {
        Fate.Added => "good",
        Fate.Removed => "bad",
        _ => "warn",
    };

    /// <summary>"A rewritten lesson, 2 new questions, 1 question taken out".</summary>
    public static string Pieces(ModuleDiff module)
    {
        var parts = module.Pieces.CountBy(p => (p.Kind, p.Fate)).Select(g => (g.Key.Kind, g.Key.Fate) switch
        {
            (ReviewableKind.Lesson, Fate.Changed) => "the lesson rewritten",
            (ReviewableKind.Lesson, Fate.Added) => "a lesson",
            (ReviewableKind.Lesson, _) => "no lesson any more",
            (var kind, Fate.Added) => $"{Words.Count(g.Value, "new " + Noun(kind))}",
            (var kind, Fate.Removed) => $"{Words.Count(g.Value, Noun(kind))} taken out",
            var (kind, _) => $"{Words.Count(g.Value, Noun(kind))} changed",
        }).ToList();
        if (module.Moved && module.Fate == Fate.Changed) parts.Add("another place in the order");
        var text = string.Join(", ", parts);
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    public static string Piece(PieceDiff piece) => (piece.Kind, piece.Fate) switch
    {
        (ReviewableKind.Lesson, Fate.Changed) => "Lesson, rewritten",
        (ReviewableKind.Lesson, Fate.Added) => "Lesson, new",
        (ReviewableKind.Lesson, _) => "Lesson, taken out",
        (var kind, Fate.Added) => Capital(Noun(kind)) + ", new",
        (var kind, Fate.Removed) => Capital(Noun(kind)) + ", taken out",
        var (kind, _) => Capital(Noun(kind)) + ", changed",
    };

    /// <summary>Whom it touches.</summary>
    public static string Touched(ModuleDiff module)
    {
        var parts = new List<string>();
        if (module.Finished > 0) parts.Add($"{Words.Count(module.Finished, "learner")} {(module.Finished == 1 ? "has" : "have")} finished it");
        if (module.Begun > 0) parts.Add($"{Words.Count(module.Begun, "learner")} {(module.Begun == 1 ? "is" : "are")} in the middle of its quiz and {(module.Begun == 1 ? "keeps" : "keep")} it");
        return parts.Count == 0 ? "" : string.Join("; ", parts) + ".";
    }

    private static string Noun(ReviewableKind kind) => kind == ReviewableKind.Objective ? "objective" : "question";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
