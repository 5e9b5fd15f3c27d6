using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>A sentence of the running text and where it stands.</summary>
/// <param name="Paragraph">Counted over the course from 0; sentences of one paragraph share it.</param>
/// <param name="Headings">Heading path above the sentence, outermost first.</param>
public sealed record SourceSentence(Sentence Sentence, Chunk Chunk, BlockKind Kind, Section Section, IReadOnlyList<string> Headings, int Paragraph)
{
    /// <summary>True where it can stand alone: no open pronoun, no question, no pointer to a figure, no aside.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>True inside an example or a story ("for example", "imagine").</summary>
    public bool InExample { get; init; }

    public Evidence Evidence => new(Chunk, Sentence.Start, Sentence.Text.Length);
}
