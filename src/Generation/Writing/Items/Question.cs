using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>A question that has its key and still wants distractors.</summary>
/// <param name="Kind">Kebab-case, becomes <see cref="ItemBody.Kind"/>.</param>
/// <param name="About">Key of the term the stem asks about (or that is the key): distractors must not be true of it.</param>
/// <param name="Sure">0 to 1: how good a question this is before distractors are known.</param>
internal sealed record Question(string Kind, BloomLevel Level, string Stem, Option Key, string About, double Sure)
{
    /// <summary>Options that may stand beside the key although they come from no pool: other members of a row, other steps.</summary>
    public IReadOnlyList<Option> Own { get; init; } = [];

    /// <summary>True where only <see cref="Own"/> may be used.</summary>
    public bool OnlyOwn { get; init; }

    /// <summary>More quotes that prove the key: a table's header row.</summary>
    public IReadOnlyList<Evidence> More { get; init; } = [];

    /// <summary>Keys of terms that must not be distractors: the other parts of the whole asked about.</summary>
    public IReadOnlySet<string> Barred { get; init; } = new HashSet<string>();

    /// <summary>Key of the term the key's own is set against: what is said of it makes the best distractors.</summary>
    public string? Versus { get; init; }

    public Fact Fact => Key.Fact;

    /// <summary>What the fact says, as an option: a term of which the course says this as well is a right answer too.</summary>
    public Option Statement { get; } = new(Key.Fact.Statement, Key.Form, Key.About, Key.Fact);
}
