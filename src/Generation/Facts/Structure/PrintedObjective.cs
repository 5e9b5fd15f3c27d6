namespace Tutor.Facts;

/// <summary>An objective that the material itself prints, in its own words.</summary>
/// <param name="Section">The section it is printed for.</param>
/// <param name="Text">The line without bullet and final mark.</param>
public sealed record PrintedObjective(Section Section, string Text, Evidence Evidence);
