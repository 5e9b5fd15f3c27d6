namespace Tutor.Facts;

/// <summary>
/// A stretch of one source under one heading: the unit that objectives and items are written for, some hundred to some thousand words long.
/// </summary>
/// <param name="Index">Place in the course, from 0, in reading order.</param>
/// <param name="Path">Headings from the outermost down to the section's own; empty for a source without headings.</param>
/// <param name="Chapter">Sections of one chapter carry the same number, from 0: distractors stay inside it.</param>
/// <param name="Words">Length of the running text.</param>
/// <param name="Title">The section's own heading without its number ("6.1"); empty where there is none.</param>
/// <param name="Headings">Distinct headings inside the section, in order, without the section's own.</param>
public sealed record Section(int Index, Guid SourceId, IReadOnlyList<string> Path, int Chapter, int Words, string Title, IReadOnlyList<string> Headings)
{
    /// <summary>What the section is for: body text, or a glossary, summary, list of references or questions at a chapter's end.</summary>
    public SectionRole Role { get; init; }
}

public enum SectionRole
{
    Body,
    Glossary,
    Summary,

    /// <summary>References, exercises, review questions: no source of facts.</summary>
    Apparatus,
}
