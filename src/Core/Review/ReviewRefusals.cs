namespace Tutor.Review;

/// <summary>What people are told about reviewing.</summary>
public static class ReviewRefusals
{
    public static Refusal ChangedMeanwhile { get; } = new(
        RefusalKind.Conflict, "changed-meanwhile", "Somebody changed this meanwhile", "Read the newest revision and decide on that one.");

    public static Refusal NoSuchRevision { get; } = new(
        RefusalKind.NotFound, "revision-not-found", "There is no such revision", "Take the id of one of the revisions that the review lists.");

    public static Refusal NothingToUndo { get; } = new(
        RefusalKind.Conflict, "nothing-to-undo", "This cannot be undone any more", "Somebody has decided on it since, or it was undone already. Decide on it again.");

    public static Refusal FailsChecks(IReadOnlyList<CheckResult> failed) => new(
        RefusalKind.Unprocessable, "edit-fails-checks", "The edit does not pass the checks",
        string.Join(" ", failed.Select(f => f.Message)) + " Nothing was changed.")
    {
        More = new Dictionary<string, object?> { ["checks"] = failed },
    };
}
