using Tutor.Review;

namespace Tutor.Courses.Differences;

public enum Fate
{
    Added,
    Changed,
    Removed,
}

/// <summary>An objective, lesson or item that is new, gone, or says something else.</summary>
/// <param name="Text">Of an objective or an item's stem; of a lesson empty.</param>
/// <param name="Words">For what changed: word by word.</param>
public sealed record PieceDiff(Guid Id, ReviewableKind Kind, Fate Fate, string Text, IReadOnlyList<DiffRun> Words);

/// <param name="Fate">Changed also where it was only renamed, moved to another chapter, or another place.</param>
/// <param name="WasTitle">Where it was renamed.</param>
/// <param name="Moved">True where it stands elsewhere among those that stayed.</param>
/// <param name="Finished">Learners who have finished it.</param>
/// <param name="Begun">Learners who are in the middle of its quiz: they keep it as it is.</param>
public sealed record ModuleDiff(Guid Id, string Title, Fate Fate, string? WasTitle, bool Moved, IReadOnlyList<PieceDiff> Pieces, int Finished, int Begun);

/// <summary>A module with what is pinned of it, on either side of a comparison.</summary>
internal sealed record ComparedModule(Guid Id, string Title, string Part, IReadOnlyList<ComparedPiece> Pieces);

internal sealed record ComparedPiece(Guid Id, ReviewableKind Kind, Guid RevisionId);

/// <summary>Compares what learners see with what they would see.</summary>
internal static class PublicationDiff
{
    /// <param name="textOf">What a revision says, by its kind.</param>
    public static IReadOnlyList<ModuleDiff> Between(
        IReadOnlyList<ComparedModule> before, IReadOnlyList<ComparedModule> after, Func<ReviewableKind, Guid, PieceText> textOf, Func<Guid, (int Finished, int Begun)> touched)
    {
        var (old, now) = (before.ToDictionary(m => m.Id), after.ToDictionary(m => m.Id));
        var stayed = WordDiff.Pairs([.. before.Where(m => now.ContainsKey(m.Id)).Select(m => m.Id)], [.. after.Where(m => old.ContainsKey(m.Id)).Select(m => m.Id)]).ToList();
        var inOrder = stayed.Count(p => p is { A: not null, B: not null });
        var ids = after.Where(m => old.ContainsKey(m.Id)).Select(m => m.Id).ToList();
        var moved = inOrder == ids.Count ? [] : stayed.Where(p => p is { A: null, B: not null }).Select(p => ids[p.B!.Value]).ToHashSet();

        var diffs = new List<ModuleDiff>();
        foreach (var module in after)
        {
            var was = old.GetValueOrDefault(module.Id);
            var pieces = Pieces(was?.Pieces ?? [], module.Pieces, textOf);
            var renamed = was is not null && (was.Title != module.Title || was.Part != module.Part);
            if (was is not null && !renamed && !moved.Contains(module.Id) && pieces.Count == 0) continue;
            var (finished, begun) = touched(module.Id);
            diffs.Add(new ModuleDiff(module.Id, module.Title, was is null ? Fate.Added : Fate.Changed, was is not null && was.Title != module.Title ? was.Title : null, moved.Contains(module.Id), pieces, finished, begun));
        }
        foreach (var gone in before.Where(m => !now.ContainsKey(m.Id)))
        {
            var (finished, begun) = touched(gone.Id);
            diffs.Add(new ModuleDiff(gone.Id, gone.Title, Fate.Removed, null, false, [], finished, begun));
        }
        return diffs;
    }

    private static List<PieceDiff> Pieces(IReadOnlyList<ComparedPiece> before, IReadOnlyList<ComparedPiece> after, Func<ReviewableKind, Guid, PieceText> textOf)
    {
        var (old, kept) = (before.ToDictionary(p => p.Id), after.Select(p => p.Id).ToHashSet());
        var diffs = new List<PieceDiff>();
        foreach (var piece in after)
        {
            if (!old.TryGetValue(piece.Id, out var was)) diffs.Add(new PieceDiff(piece.Id, piece.Kind, Fate.Added, textOf(piece.Kind, piece.RevisionId).Title, []));
            else if (was.RevisionId != piece.RevisionId) diffs.Add(Changed(piece, textOf(piece.Kind, was.RevisionId), textOf(piece.Kind, piece.RevisionId)));
        }
        diffs.AddRange(before.Where(p => !kept.Contains(p.Id)).Select(p => new PieceDiff(p.Id, p.Kind, Fate.Removed, textOf(p.Kind, p.RevisionId).Title, [])));
        return [.. diffs.OrderBy(d => d.Kind).ThenBy(d => d.Fate)];
    }

    private static PieceDiff Changed(ComparedPiece piece, PieceText was, PieceText now) =>
        new(piece.Id, piece.Kind, Fate.Changed, now.Title, WordDiff.Between(was.Whole, now.Whole));
}

/// <param name="Title">What names it in a list.</param>
/// <param name="Whole">All that a learner reads of it.</param>
internal sealed record PieceText(string Title, string Whole)
{
    public static PieceText Of(ReviewableKind kind, string body)
    {
        switch (kind)
        {
            case ReviewableKind.Objective:
                var objective = RevisionBodies.Read<ObjectiveBody>(body).Text;
                return new PieceText(objective, objective);
            case ReviewableKind.Item:
                var item = RevisionBodies.Read<ItemBody>(body);
                return new PieceText(item.Stem, string.Join(' ', item.Choices.Select(c => (c.IsKey ? "✓ " : "· ") + c.Text).Prepend(item.Stem).Append(item.Explanation)));
            default:
                return new PieceText("", string.Join(' ', RevisionBodies.Read<LessonBody>(body).Sections.SelectMany(s => s.Sentences.Select(x => x.Text).Prepend(s.Heading))));
        }
    }
}
