namespace Tutor.Review;

/// <summary>
/// The checks that drafts pass before people see them, for an edit to pass as well. Every registered one is asked; each answers for the kinds it knows.
/// </summary>
/// <param name="body">An <see cref="ObjectiveBody"/>, <see cref="LessonBody"/> or <see cref="ItemBody"/>.</param>
public delegate Task<IReadOnlyList<CheckResult>> CheckDraft(Reviewable reviewable, object body, CancellationToken ct);
