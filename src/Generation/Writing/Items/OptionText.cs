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
        var text = Hedge().Replace(statement, "");
        text = Spaces().Replace(text.Replace(" ,", ",", StringComparison.Ordinal), " ").Trim(' ', ',', '.', ';');
        text = text.Replace(".”", "”", StringComparison.Ordinal).Replace(",”", "”", StringComparison.Ordinal).Replace(".\"", "\"", StringComparison.Ordinal);
        return text.Length < 2 || Loaded().IsMatch(text) || !IsWhole(text) || Pointing().IsMatch(text) || Elsewhere().IsMatch(text) || Unnamed().IsMatch(text) ? null : text;
    }

    /// <summary>Marks that open close again, and the last word wants no other after it.</summary>
    private static bool IsWhole(string text) =>
        text.Count(c => c == '“') == text.Count(c => c == '”') && text.Count(c => c == '"') % 2 == 0 && text.Count(c => c == '(') == text.Count(c => c == ')') && !Open().IsMatch(text);


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

    [GeneratedRegex(@"\b(?:usually|often|frequently|sometimes|occasionally|generally|typically|mostly|commonly|also|simply|basically|essentially|certainly|however|therefore|thus|in turn)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex Hedge();

    [GeneratedRegex(@"\b(?:many|some|several|few|may|might|could|probably|rarely|seldom|always|never|all|every|none|only|completely|entirely|totally|must|impossible|absolutely)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();

    /// <summary>"those looking for …", "a process and not an outcome": says what a thing is only beside another sentence.</summary>
    [GeneratedRegex(@"^(?:those|one|that|this|these|it|he|she|they|another)\b| (?:and|but) not an?\b|\bsort of\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    /// <summary>"that people will discuss shortly", "third area within …", "disorder recognized by …": speaks of the text, of a place in a row, or of who names the thing, not of what it is.</summary>
    [GeneratedRegex(@"\bwill (?:discuss|see|learn|explore|examine|consider|return|cover|look)\b|\b(?:discussed|described|mentioned|covered|explored|examined) (?:later|below|above|earlier|shortly|next|previously|here)\b|^(?:first|second|third|fourth|fifth|last|next|final|other|same)\b|^\w+ (?:recogni[sz]ed|acknowledged|listed|named|mentioned|discussed|described|studied) (?:by|in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    /// <summary>"painful thoughts they experience": somebody whom only the sentence before names.</summary>
    [GeneratedRegex(@"^(?:(?!\b(?:people|persons|individuals|those|members|children|adults|groups?|students|women|men|learners|patients|workers|employees|\w+s)\b).)*\b(?:they|them|he|she|him)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"\b(?:a|an|the|of|to|and|or|but|that|which|who|whose|with|from|by|at|into|as|than|is|are|be|being|their|its|if|when|while|because|such)$", RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?:a|an|the|any)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
