namespace Tutor.Language;

/// <summary>What a word is in its sentence, as coarse as finding phrases and clauses needs.</summary>
public enum PartOfSpeech
{
    Other,
    Noun,

    /// <summary>A capitalised noun that is not merely the sentence's first word.</summary>
    ProperNoun,
    Pronoun,

    /// <summary>Articles, possessive pronouns and quantifiers before a noun.</summary>
    Determiner,

    /// <summary>The ending of a genitive, a word of its own: ’s or ’.</summary>
    Possessive,
    Adjective,
    Adverb,

    /// <summary>A finite or base form of a full verb.</summary>
    Verb,

    /// <summary>be, have, do and the modals, also as full verbs.</summary>
    Auxiliary,

    /// <summary>An -ing form, as noun, adjective or verb.</summary>
    Gerund,

    /// <summary>A past participle; a past tense is <see cref="Verb"/>.</summary>
    Participle,
    Preposition,

    /// <summary>and, or, but, nor.</summary>
    Conjunction,

    /// <summary>because, if, when, that, which …: opens a subordinate or relative clause.</summary>
    Subordinator,

    /// <summary>"to" before a base form or a noun.</summary>
    To,
    Number,
    Punctuation,
}
