using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>Words of a fact as a choice: without leading article, without hedges that would stand only in some options.</summary>
internal static partial class OptionText
{
    public const int MostWords = 24;

    /// <summary>Null where the words would give something away or cannot stand beside others.</summary>
    public static string? Of(string statement)
    {
        var text = SomeKind().Replace(Counted().Replace(Hedge().Replace(statement, ""), ""), m => Spelling.Indefinite(m.Groups["noun"].Value) + " ");
        text = Spaces().Replace(text.Replace(" ,", ",", StringComparison.Ordinal), " ").Trim(' ', ',', '.', ';');
        text = text.Replace(".”", "”", StringComparison.Ordinal).Replace(",”", "”", StringComparison.Ordinal).Replace(".\"", "\"", StringComparison.Ordinal);
        return text.Length < 2 || Loaded().IsMatch(text) || OptionWording.Fault(text) is not null || Open().IsMatch(text) || Pointing().IsMatch(text) || Elsewhere().IsMatch(text) || Unnamed().IsMatch(text) ? null : text;
    }

    /// <summary>A definition without what it adds at its end about some of the things defined: "… that may be important", ", and it is often worded as …".</summary>
    public static string Core(string definition) => Added().Match(definition) is { Success: true } added && ContentWords.Count(definition[..added.Index]) >= FewestOfCore ? definition[..added.Index] : definition;

    private const int FewestOfCore = 5;

    public static string WithoutArticle(string text) => Article().Replace(text, "", 1);

    /// <summary>Form of what a definition says, by how it opens.</summary>
    public static OptionForm FormOf(Fact fact)
    {
        var first = fact.Statement.Split(' ', 2)[0].ToLowerInvariant();
        var kind = first switch { "when" or "if" => OptionKind.When, "how" or "what" or "whether" or "why" => OptionKind.How, _ => OptionKind.Description };
        var plural = kind == OptionKind.Description && !Article().IsMatch(fact.Statement) && fact.Plural;
        return new OptionForm(kind, kind == OptionKind.Description ? plural : null);
    }

    /// <summary>The predicate with its verb in the number asked for; null where the verb cannot be turned.</summary>
    public static string? Predicate(Fact fact, bool plural)
    {
        var verb = fact.Verb;
        if (fact.Plural != plural)
        {
            var words = verb.Split(' ');
            var at = Array.FindIndex(words, w => !w.EndsWith("ly", StringComparison.Ordinal) && w is not ("also" or "often"));
            if (at < 0)
            {
                return null;
            }
            words[at] = plural ? Verbs.PluralOf(words[at]) : Verbs.ThirdOf(words[at]);
            verb = string.Join(' ', words);
        }
        return Of($"{verb} {fact.Statement}") is { } text && ContentWords.Count(text) is >= 3 and <= MostWords ? text : null;
    }

    /// <summary>With the "or" that joins it to another adverb: "occasionally or permanently".</summary>
    [GeneratedRegex(@"\b(?:usually|often|frequently|sometimes|occasionally|generally|typically|mostly|commonly|also|simply|basically|essentially|certainly|however|therefore|thus|in turn)\b(?: (?:or|and|but) (?=\w+ly\b))? ?", RegexOptions.IgnoreCase)]
    private static partial Regex Hedge();

    /// <summary>"the results of many related studies": how many says nothing about what the thing is, and would stand in this option alone.</summary>
    [GeneratedRegex(@"(?<!\b(?:not|at|above|after|how|so|too|as|these|those|his|her|their) )\b(?:many|several|all|various) (?!(?:of|other|others|more|different|kinds|types|forms|times|ways|things|cases|years|who|that|which|are|is|was|were)\b)(?=(?:\p{Ll}[\p{L}-]* ){0,2}\p{Ll}[\p{L}-]*(?:[^su\W]s|people|children)\b)")]
    private static partial Regex Counted();

    /// <summary>"some type of tissue damage" is a type of it.</summary>
    [GeneratedRegex(@"\bsome (?=(?<noun>type|kind|form|sort|degree|aspect|part) )")]
    private static partial Regex SomeKind();

    [GeneratedRegex(@",? (?:and |or )?(?:that|which|who)(?: \w+ly)? (?:may|might|could)\b[^,]*$|, and (?:it|they|he|she)\b.*$")]
    private static partial Regex Added();

    [GeneratedRegex(@"\b(?:many|some|several|few|may|might|could|probably|rarely|seldom|always|never|all|every|none|only|completely|entirely|totally|must|impossible|absolutely)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();

    /// <summary>"those looking for …", "a process and not an outcome": says what a thing is only beside another sentence.</summary>
    [GeneratedRegex(@"^(?:those|one(?![’']s)|that|this|these|it|he|she|they|another)\b| (?:and|but) not an?\b|\bsort of\b|\b(?:that|this) way$|(?-i:\w\. \p{Ll})", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    /// <summary>"third area within …", "disorder recognized by …": speaks of a place in a row, or of who names the thing, not of what it is.</summary>
    [GeneratedRegex(@"^(?:first|second|third|fourth|fifth|last|next|final|other|same)\b|^(?:\w+ )?\w+ at an? \w+$|^\w+ (?:recogni[sz]ed|acknowledged|listed|named|mentioned|discussed|described|studied) (?:by|in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    /// <summary>"painful thoughts they experience": somebody whom only the sentence before names.</summary>
    [GeneratedRegex(@"(?<!\b(?:when|if|that|which|because|as|where|what|how|whether|while|until|before|after|so|and|or|but|than|though|although|unless|since|who|whom|why|ways?),?) they\b|^(?:(?!\b(?:people|persons|individuals|those|members|children|adults|groups?|students|women|men|learners|patients|workers|employees|\w+s)\b).)*\b(?:they|them|he|she|him)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"\b(?:to|that|which|by|at|into|is|are|be|being|their|its|if|when|while)$", RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?:a|an|the|any)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
