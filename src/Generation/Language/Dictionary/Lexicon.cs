namespace Tutor.Language;

/// <summary>What is known of words: parts of speech, dictionary forms, relations of nouns. Immutable, shared by all threads.</summary>
public sealed class Lexicon
{
    /// <summary>Where Debian's wordnet-base keeps its files.</summary>
    public const string DefaultFolder = "/usr/share/wordnet";

    private readonly Dictionary<string, WordUse> _uses;
    private readonly Dictionary<string, string>[] _exceptions;

    private Lexicon(Dictionary<string, WordUse> uses, Dictionary<string, string>[] exceptions, NounRelations nouns)
    {
        _uses = uses;
        _exceptions = exceptions;
        Nouns = nouns;
    }

    /// <summary>False where WordNet is not installed: words are then judged by lists, endings and place alone, and less is found.</summary>
    public bool HasDictionary => _uses.Count > 0;

    /// <summary>Kinds, parts and sisters of nouns; knows nothing without a dictionary.</summary>
    public NounRelations Nouns { get; }

    /// <summary>Without a dictionary.</summary>
    public static Lexicon Structural { get; } = new([], [[], [], [], []], NounRelations.None);

    /// <summary>Reads WordNet's files (about half a second; keep the result); a folder without them gives <see cref="Structural"/>.</summary>
    public static Lexicon Load(string folder = DefaultFolder)
    {
        if (!WordNetFiles.ArePresent(folder))
        {
            return Structural;
        }
        var (uses, senses) = WordNetFiles.ReadIndex(folder);
        return new Lexicon(uses, WordNetFiles.ReadExceptions(folder), new NounRelations(senses, WordNetFiles.ReadNouns(folder)));
    }

    /// <param name="form">A dictionary form in lower case, of one word or more.</param>
    public WordUse UseOf(string form) => _uses.GetValueOrDefault(form);

    /// <summary>True where the dictionary has the word in any inflected form.</summary>
    public bool Knows(string lower) => UseOf(lower).Known || SingularOrNull(lower) is { } s && UseOf(s).Known || _exceptions.Any(e => e.ContainsKey(lower))
        || BaseOfVerb(lower, Endings.BasesOfThird(lower).Concat(Endings.BasesOfPast(lower)).Concat(Endings.BasesOfGerund(lower))) is { } b && UseOf(b).Known;

    /// <summary>"analyzing" to "analyze", unless the -ing form is a noun in its own right ("learning").</summary>
    public string? VerbOfGerund(string lower) => HasDictionary && lower.EndsWith("ing", StringComparison.Ordinal) && UseOf(lower).Noun < 1 ? BaseOfVerb(lower, Endings.BasesOfGerund(lower)) : null;

    /// <summary>"memories" to "memory"; a word that is no plural comes back as it is.</summary>
    public string Singular(string noun) => SingularOrNull(noun) ?? noun;

    public string? SingularOrNull(string noun)
    {
        if (_exceptions[0].TryGetValue(noun, out var irregular))
        {
            return irregular;
        }
        foreach (var candidate in Endings.Singulars(noun))
        {
            if (!HasDictionary || UseOf(candidate).Noun > 0)
            {
                return candidate;
            }
        }
        // "schemas", "neuroleptics": unknown to the dictionary in any form.
        return HasDictionary && !UseOf(noun).Known && noun.Length > 4 && noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal)
            && !noun.EndsWith("is", StringComparison.Ordinal) ? noun[..^1] : null;
    }

    internal string? BaseOfVerb(string form, IEnumerable<string> candidates, bool irregulars = true)
    {
        if (irregulars && _exceptions[1].TryGetValue(form, out var irregular))
        {
            return irregular;
        }
        return candidates.FirstOrDefault(c => !HasDictionary || UseOf(c).Verb > 0);
    }

    internal bool IsIrregularVerbForm(string form) => _exceptions[1].ContainsKey(form);

    internal string? IrregularAdjective(string form) => _exceptions[2].GetValueOrDefault(form);
}
