namespace Tutor.Language;

/// <summary>Inflection, as far as agreement needs it.</summary>
public enum WordForm
{
    None,
    Singular,
    Plural,

    /// <summary>Infinitive, imperative.</summary>
    Base,

    /// <summary>Present tense with a plural subject.</summary>
    Present,

    /// <summary>Present tense, third person singular.</summary>
    ThirdPerson,
    Past,
}
