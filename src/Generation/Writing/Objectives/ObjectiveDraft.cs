using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>An objective as drafted, with what it rests on.</summary>
/// <param name="Facts">The facts it names; items that ask for one of them serve this objective.</param>
/// <param name="Weight">How much of the section's text rests on it; drafts come best first.</param>
public sealed record ObjectiveDraft(ObjectiveBody Body, Section Section, IReadOnlyList<Fact> Facts, double Weight);
