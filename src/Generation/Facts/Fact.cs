namespace Tutor.Facts;

/// <summary>One thing the text states, with the words it rests on.</summary>
/// <param name="Term">What it is about, as one would print it inside a sentence: without article, proper names capitalised. Never empty.</param>
/// <param name="Statement">What is said, cut to what can stand in a choice or after a verb: no citations, no final mark. May be empty for lists.</param>
/// <param name="Evidence">The sentence, list, row or rows it rests on.</param>
/// <param name="Score">0 to 1: how sure the fact is (pattern, term, repetition).</param>
public sealed record Fact(FactKind Kind, string Term, string Statement, Evidence Evidence, Section Section, double Score)
{
    /// <summary>Equal for the spellings of one term: lemmas in lower case.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the pattern that found it, kebab-case: <c>is-a</c>, <c>refers-to</c>, <c>table-row</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>The finite verb group between term and object as it stands: "is", "refers to", "plays". Empty for tables and lists.</summary>
    public string Verb { get; init; } = "";

    /// <summary>True where the term takes "are".</summary>
    public bool Plural { get; init; }

    /// <summary>Article the text gives the term: "the", "a", "an" or empty.</summary>
    public string Article { get; init; } = "";

    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The second thing of a comparison; the person of a claim.</summary>
    public string? Other { get; init; }

    public string? Value { get; init; }

    public string? Unit { get; init; }

    /// <summary>Innermost heading above the evidence; empty where there is none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Outermost heading inside the section above the evidence; empty where there is none.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Further sentences the fact needs: those that name what the evidence calls "it" or "this process". Mostly empty.</summary>
    public IReadOnlyList<Evidence> Support { get; init; } = [];

    /// <summary>The evidence as one reads it: the sentence with white space made plain.</summary>
    public string Sentence { get; init; } = "";
}
