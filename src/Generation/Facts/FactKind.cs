namespace Tutor.Facts;

public enum FactKind
{
    /// <summary>Term: what it is. <see cref="Fact.Statement"/> is genus and difference.</summary>
    Definition,

    /// <summary>Term: something said of it in the present tense. <see cref="Fact.Verb"/> and <see cref="Fact.Statement"/> together are the predicate.</summary>
    Property,

    /// <summary>Whole: its parts, kinds or members, in <see cref="Fact.Members"/>.</summary>
    Enumeration,

    /// <summary>A thing done in steps: the steps, in order, in <see cref="Fact.Members"/>.</summary>
    Process,

    /// <summary><see cref="Fact.Term"/> is the cause, <see cref="Fact.Statement"/> the effect.</summary>
    Cause,

    /// <summary><see cref="Fact.Term"/> and <see cref="Fact.Other"/>, and what is said of the one against the other.</summary>
    Comparison,

    /// <summary>A quantity or year in <see cref="Fact.Value"/>, with its unit.</summary>
    Number,

    /// <summary><see cref="Fact.Members"/> are instances of <see cref="Fact.Term"/>.</summary>
    Example,

    /// <summary><see cref="Fact.Other"/> (a person or body) proposed, found or said <see cref="Fact.Statement"/>.</summary>
    Claim,
}
