using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>How a term is named in stems and explanations.</summary>
internal static class Naming
{
    /// <summary>With the article the text gives it: "the hippocampus", "classical conditioning", "a schema".</summary>
    public static string Of(Fact fact) => Spelling.WithArticle(fact.Article is "the" or "a" or "an" ? fact.Article : "", fact.Term);

    /// <summary>What a table's cell is: row and column.</summary>
    public static string Cell(Fact fact) => $"The course lists this under “{fact.Other}” for {fact.Term}.";

    /// <summary>"The hippocampus is …" as a whole sentence; the source's own sentence where that reads better.</summary>
    public static string Sentence(Fact fact) => fact.Kind switch
    {
        FactKind.Definition when fact.Pattern is "occurs-when" => $"{Spelling.Capital(Of(fact))} occurs {fact.Statement}.",
        FactKind.Definition => $"{Spelling.Capital(Of(fact))} {(fact.Plural ? "are" : "is")} {fact.Statement}.",
        FactKind.Property or FactKind.Cause when fact.Verb.Length > 0 && fact.Pattern != "in-term" => $"{Spelling.Capital(Of(fact))} {fact.Verb} {fact.Statement}.",
        _ => fact.Sentence,
    };
}
