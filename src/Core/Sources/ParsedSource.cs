namespace Tutor.Sources;

/// <summary>What a parser makes of a file.</summary>
/// <param name="Pages">Pages or slides; null for formats without.</param>
/// <param name="Title">The document's own title where it carries one.</param>
/// <param name="Notes">What the instructor should know: text that was hidden or dropped, an encoding that was guessed.</param>
public sealed record ParsedSource(IReadOnlyList<Block> Blocks, int? Pages = null, string? Title = null, IReadOnlyList<ParseNote>? Notes = null);

/// <summary>Something found while parsing that a person should see.</summary>
/// <param name="Code">Stable and machine-readable: <c>hidden-text</c>, <c>running-header</c>, <c>encoding-guessed</c>, <c>invisible-characters</c>, <c>pages-skipped</c>.</param>
/// <param name="Message">One sentence for a teacher.</param>
public sealed record ParseNote(string Code, string Message);
