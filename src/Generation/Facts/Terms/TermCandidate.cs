namespace Tutor.Facts;

/// <summary>What is known of a possible term while the course is read.</summary>
internal sealed class TermCandidate(string key)
{
    public string Key { get; } = key;

    /// <summary>Spellings and how often each stands.</summary>
    public SortedDictionary<string, int> Texts { get; } = new(StringComparer.Ordinal);

    public bool Plural { get; set; }

    /// <summary>Sections whose headings are or hold the term.</summary>
    public HashSet<int> HeadingIn { get; } = [];

    public bool IsWholeHeading { get; set; }

    public bool Emphasised { get; set; }

    /// <summary>The surest definition, 0 to 1, and where it stands.</summary>
    public double Defined { get; set; }

    public int? DefinedIn { get; set; }

    /// <summary>Uses by section.</summary>
    public SortedDictionary<int, int> Uses { get; } = [];

    public SortedSet<string> Aliases { get; } = new(StringComparer.Ordinal);
}
