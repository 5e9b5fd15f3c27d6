namespace Tutor.Language;

/// <summary>A word, number or mark of a sentence.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Start">First character in the text the sentence was cut from (for a chunk's sentence: in <c>Chunk.Text</c>).</param>
/// <param name="Tag">What it is in its sentence.</param>
/// <param name="Lemma">Dictionary form in lower case: "memories" is "memory", "led" is "lead".</param>
public sealed record Token(string Text, int Start, PartOfSpeech Tag, string Lemma, WordForm Form = WordForm.None)
{
    public int End => Start + Text.Length;

    /// <summary>The text in lower case.</summary>
    public string Lower { get; } = Text.ToLowerInvariant();

    public bool IsNominal => Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun;

    /// <summary>A verb or auxiliary that can be the verb of a clause.</summary>
    public bool IsFinite => Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && Form is WordForm.Present or WordForm.ThirdPerson or WordForm.Past;

    public bool Is(string lower) => Lower == lower;

    public bool Is(PartOfSpeech tag) => Tag == tag;
}
