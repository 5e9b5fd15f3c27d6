namespace Tutor.Facts;

/// <summary>A word or phrase the course teaches.</summary>
/// <param name="Key">Equal for the spellings of one term: lemmas in lower case.</param>
/// <param name="Text">As one would print it inside a sentence.</param>
/// <param name="Section">Where it is at home: where it is defined, else where it stands most often.</param>
/// <param name="Score">0 to 1: heading, emphasis, repeats in the section, share of the course's uses that fall into the chapter.</param>
public sealed record Term(string Key, string Text, Section Section, double Score)
{
    /// <summary>Keys of other names of the same thing ("also known as", acronym and long form).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool Plural { get; init; }
}
