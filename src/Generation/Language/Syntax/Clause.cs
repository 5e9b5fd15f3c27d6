namespace Tutor.Language;

/// <summary>The main clause of a sentence: (lead,) subject (, insertion,) verb group, rest.</summary>
/// <param name="Lead">What comes before the subject, without its comma; may be empty.</param>
/// <param name="Subject">Noun phrase with the prepositional phrases that hang on it.</param>
/// <param name="Insertion">What stands between commas after the subject: apposition or relative clause; may be empty.</param>
/// <param name="Verbs">Auxiliaries, adverbs and the main verb.</param>
/// <param name="Rest">Up to the end of the sentence, without its full stop.</param>
/// <param name="Head">Index (into the tokens) of the head of the subject's first noun phrase.</param>
/// <param name="Main">Index of the main verb.</param>
public sealed record Clause(Phrase Lead, Phrase Subject, Phrase Insertion, Phrase Verbs, Phrase Rest, int Head, int Main)
{
    public IReadOnlyList<Token> Tokens => Subject.Tokens;

    public Token MainVerb => Tokens[Main];

    public Token SubjectHead => Tokens[Head];

    public bool Negated => Verbs.Any(t => t.Is("not") || t.Is("never") || t.Is("rarely") || t.Is("cannot") || t.Lower.EndsWith("n’t", StringComparison.Ordinal) || t.Lower.EndsWith("n't", StringComparison.Ordinal));

    /// <summary>A participle after a form of be.</summary>
    public bool Passive => MainVerb.Is(PartOfSpeech.Participle) && Verbs.Any(t => t.Lemma == "be");

    /// <summary>A form of be with nothing after it in the verb group.</summary>
    public bool Copular => MainVerb.Is(PartOfSpeech.Auxiliary) && MainVerb.Lemma == "be";

    public bool Modal => Verbs.First is { Tag: PartOfSpeech.Auxiliary, Lemma: not ("be" or "have" or "do") };

    public bool PresentTense => Verbs.Each().First(t => !t.Is(PartOfSpeech.Adverb)).Form is WordForm.Present or WordForm.ThirdPerson;

    /// <summary>"is", "has", "controls" against "are", "have", "control".</summary>
    public bool PluralVerb => Verbs.Each().First(t => !t.Is(PartOfSpeech.Adverb)).Form == WordForm.Present && !Modal;
}
