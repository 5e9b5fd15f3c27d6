using Tutor.Checks;
using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>A text that can stand among the choices of an item, and the fact that shows what it really is.</summary>
/// <param name="Form">What options of one item must have in common.</param>
/// <param name="About">Key of the term it belongs to: options about the key's own term are no distractors.</param>
internal sealed record Option(string Text, OptionForm Form, string About, Fact Fact)
{
    public IReadOnlySet<string> Words { get; } = ContentWords.Of(Text).ToHashSet(StringComparer.Ordinal);

    public int Length { get; } = Text.Count(c => c == ' ') + 1;

    /// <summary>One sentence on what the option really is; null where its fact's own sentence says it best.</summary>
    public string? Reality { get; init; }
}

/// <summary>Grammatical form of an option; only equal forms stand side by side.</summary>
internal enum OptionKind
{
    /// <summary>Noun phrase that describes: "stimulus that elicits a reflexive response".</summary>
    Description,

    /// <summary>"when an organism …".</summary>
    When,

    /// <summary>"how people …", "what …".</summary>
    How,

    /// <summary>"plays a role in …": a full verb in the present.</summary>
    Does,

    /// <summary>"is involved in …", "are common in …".</summary>
    Is,

    /// <summary>"prohibited …", "was founded in …": told in the past.</summary>
    Did,

    /// <summary>A clause with its own subject.</summary>
    Clause,
    Term,
    Person,

    /// <summary>What somebody holds, as a clause of its own.</summary>
    View,

    /// <summary>What somebody has done: "published …".</summary>
    Work,
    Member,
    Cell,
    Number,
    Step,

    /// <summary>A row of members: "id, ego, and superego".</summary>
    Row,
}

/// <param name="Plural">Number of its head or verb; null where number does not show.</param>
/// <param name="Group">Options of kinds with a group stand only beside their own group: a table's column, a verb.</param>
internal sealed record OptionForm(OptionKind Kind, bool? Plural = null, string Group = "");
