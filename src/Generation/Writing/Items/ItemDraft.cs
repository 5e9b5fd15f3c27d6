using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>An item as drafted.</summary>
/// <param name="Fact">What it asks for.</param>
/// <param name="Objective">Index into the objectives the writer was given; null where none names its fact.</param>
/// <param name="Confidence">0 to 1; drafts come surest first.</param>
public sealed record ItemDraft(ItemBody Body, Section Section, Fact Fact, int? Objective, double Confidence);
