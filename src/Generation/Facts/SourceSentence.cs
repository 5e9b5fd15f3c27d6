using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>A sentence of the running text and where it stands.</summary>
/// <param name="Headings">Heading path above the sentence, outermost first, numbers included.</param>
/// <param name="Paragraph">Counted over the course from 0; sentences of one paragraph, and the items of one list, share it.</param>
public sealed record SourceSentence(Sentence Sentence, Chunk Chunk, BlockKind Kind, Section Section, IReadOnlyList<string> Headings, int Paragraph)
{
    /// <summary>The tokens without what stands in brackets.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>The clauses that state something, the main one first; a pronoun that opens them is replaced by what it stands for. None where the sentence is built otherwise.</summary>
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>True where it can stand alone: no open pronoun, no question, no pointer to a figure, no aside.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>True inside an example or a story ("for example", "imagine").</summary>
    public bool InExample { get; init; }

    /// <summary>True where it speaks of "we" or "you".</summary>
    public bool Addresses { get; init; }

    /// <summary>What the sentence's opening pronoun stands for, where it could be told.</summary>
    internal Antecedent? Names { get; init; }

    public Evidence Evidence => new(Chunk, Sentence.Start, Sentence.Text.Length);
}
