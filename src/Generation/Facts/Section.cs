namespace Tutor.Facts;

/// <summary>
/// A stretch of one source under one heading: the unit that objectives and items are written for, some hundred to some thousand words long.
/// </summary>
/// <param name="Index">Place in the course, from 0, in reading order.</param>
/// <param name="Path">Headings from the outermost down to the section's own; empty for a source without headings.</param>
/// <param name="Chapter">Sections of one chapter carry the same number, from 0: distractors stay inside it.</param>
/// <param name="Words">Length of the running text.</param>
public sealed record Section(int Index, Guid SourceId, IReadOnlyList<string> Path, int Chapter, int Words)
{
    /// <summary>The section's own heading, without its number ("6.1"); empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Distinct headings inside the section, in order, without the section's own.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];
}
