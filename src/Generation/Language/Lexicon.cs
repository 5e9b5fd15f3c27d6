namespace Tutor.Language;

/// <summary>What is known of words: parts of speech, dictionary forms, relations of nouns. Immutable, shared by all threads.</summary>
public sealed class Lexicon
{
    /// <summary>Where Debian's wordnet-base keeps its files.</summary>
    public const string DefaultFolder = "/usr/share/wordnet";

    private Lexicon(bool hasDictionary) => HasDictionary = hasDictionary;

    /// <summary>False where WordNet is not installed: words are then judged by lists, endings and place alone, and less is found.</summary>
    public bool HasDictionary { get; }

    /// <summary>Reads WordNet's files once (about 0.5 s, some tens of MB); a folder without them gives <see cref="Structural"/>.</summary>
    public static Lexicon Load(string folder = DefaultFolder) => new(File.Exists(Path.Combine(folder, "index.noun")));

    /// <summary>Without a dictionary.</summary>
    public static Lexicon Structural { get; } = new(false);
}
