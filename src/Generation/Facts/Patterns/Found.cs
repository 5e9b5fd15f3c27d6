using Tutor.Language;

namespace Tutor.Facts;

/// <summary>What a pattern found in a sentence, before terms are scored.</summary>
/// <param name="Sure">How often the pattern is right when it fires, as measured or judged: 0 to 1.</param>
internal sealed record Found(FactKind Kind, TermPhrase Term, string Statement, string Pattern, double Sure)
{
    public string Verb { get; init; } = "";

    public bool? Plural { get; init; }

    public IReadOnlyList<string> Members { get; init; } = [];

    public string? Other { get; init; }

    /// <summary>A sentence that says what this one leaves out: a person's full name.</summary>
    public SourceSentence? Support { get; init; }

    public string? Value { get; init; }

    public string? Unit { get; init; }
}

/// <summary>What patterns share while they read one course.</summary>
internal sealed record PatternContext(Lexicon Lexicon, TermKeys Keys, TermRules Terms, Casing Casing, PersonNames People);
