namespace Tutor.Language;

/// <summary>How often a dictionary form is used as each part of speech: WordNet's tag counts plus a little for every sense.</summary>
public readonly record struct WordUse(float Noun, float Verb, float Adjective, float Adverb)
{
    public bool Known => Noun + Verb + Adjective + Adverb > 0;
}
