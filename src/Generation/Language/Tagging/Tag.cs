namespace Tutor.Language;

/// <summary>The states of the tagger: finer than <see cref="PartOfSpeech"/>, since agreement is most of what there is to see in English.</summary>
internal enum Tag
{
    Start, Noun, Nouns, Name, Pronoun, Determiner, Possessive, Adjective, Adverb,
    Base, Present, Third, Past, Participle, Gerund,
    Modal, Be, Have, Do, NonFiniteBe,
    Preposition, Conjunction, Subordinator, To, Number, Mark,
}
