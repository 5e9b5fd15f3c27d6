using System.Globalization;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Courses;

/// <summary>Says of what a writer lacked how much there is, how much it wants, and what to do about it.</summary>
internal static class Shortage
{
    private const string OtherLanguage = "Write them yourself, or add an English version of the text. Search finds everything as it is.";

    /// <summary>Why no item could be written.</summary>
    /// <param name="usual">How many a quiz wants.</param>
    public static Failure OfItems(Substance found, int usual) => found switch
    {
        { IsEnglish: false } => new("not-english", "This module's text is not in English, and questions are written from English text only.", OtherLanguage),
        { HasEnds: false } => NoEnds(found),
        _ when found.Stating >= usual => new(
            "no-sure-questions", $"Of this module's text {Stated(found)}, but none makes a question whose other choices are alike and surely wrong.",
            "Write questions of your own, or add material that defines and compares its terms."),
        _ => new("too-few-facts", $"This module's text states too few facts to ask for: {Stated(found)}, and a quiz wants {usual} questions.", MoreFacts),
    };

    /// <summary>Why there are fewer items than a module usually has; null where there are enough.</summary>
    public static Notice? OfFewItems(Substance found, int items, int usual) => items >= usual ? null : new Notice(
        "few-items",
        $"There {(items == 1 ? "is 1 question" : $"are {items} questions")} where a module of this length usually has {usual}: {Stated(found)}, and what cannot be asked without doubt is left out.",
        found.IsEnglish ? MoreFacts : OtherLanguage);

    /// <summary>Why no lesson could be written.</summary>
    public static Failure OfLesson(Substance found) => found switch
    {
        { HasEnds: false } => NoEnds(found),
        { Definitions: > 0, Sentences: < 3 } => new(
            "only-definitions", $"This module is a list of {Count(found.Definitions, "definition")} and has no running text, which a lesson is made of.",
            "Questions are made from the definitions. Add the chapter they belong to for a lesson."),
        { Rows: > 0 } => new(
            "only-tables", $"This module is a table of {Count(found.Rows, "row")} with {Count(found.Sentences, "sentence")} beside it: too little for a lesson.",
            "Add a text that explains the table, or remove the module from the outline."),
        _ => new("too-little-text", $"This module holds {Count(found.Words, "word")} in {Count(found.Sentences, "sentence")}: too little running text for a lesson.",
            "Add material to the module, or remove the module from the outline."),
    };

    /// <summary>Why no module could be proposed.</summary>
    /// <param name="rows">Of long tables, which are not taught.</param>
    public static Failure OfOutline(int words, int rows, int least) => new(
        "too-little-material",
        $"The sources hold {Count(words, "word")} of text{(rows > 0 ? $" beside {Count(rows, "row")} of data" : "")}, and a module wants {least} or more. {(rows > 0 ? "Long tables are searched but not taught." : "What pictures show is not read.")}",
        "Upload more of the material: whole chapters or lectures rather than single pages.");

    /// <summary>Why some modules have no objectives; null where all have.</summary>
    public static Notice? OfObjectives(int without, int notEnglish, int modules) => without == 0 ? null : notEnglish > 0
        ? new Notice("no-objectives", $"{Of(notEnglish, modules)} no objectives: the text is not in English, and objectives are written from English text only.", OtherLanguage)
        : new Notice("no-objectives", $"{Of(without, modules)} no objectives: too few sentences say something that can be learnt from them.", "Add objectives of your own on the module's page, or more of the material.");

    private const string MoreFacts = "Add material that explains or defines its terms, or write questions of your own.";

    private static Failure NoEnds(Substance found) => new(
        "no-sentences", $"This module has {Count(found.Words, "word")} but only {Count(found.Sentences, "sentence")} with an end: the text lacks punctuation, and lessons and questions rest on whole sentences.",
        "Upload the text with full stops, for example a transcript with punctuation. Search finds everything as it is.");

    private static string Stated(Substance found) => $"{found.Stating} of its {Count(found.Sentences + found.Rows + found.Definitions, "sentence")}{(found.Rows > 0 ? " and rows" : "")} state a fact";

    private static string Of(int some, int all) => some == all ? all == 1 ? "The module has" : $"All {all} modules have" : some == 1 ? $"One of {all} modules has" : $"{some} of {all} modules have";

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? "no" : count.ToString("N0", CultureInfo.InvariantCulture))} {what}{(count == 1 ? "" : "s")}");
}
