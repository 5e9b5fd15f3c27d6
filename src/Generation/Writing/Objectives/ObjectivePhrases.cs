using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Verb and object of an objective, by what a heading names and what kinds of fact stand under it.</summary>
internal static partial class ObjectivePhrases
{
    /// <param name="plain">The heading as it reads inside a sentence.</param>
    /// <param name="facts">What stands under it.</param>
    /// <param name="parts">Names of its sub-headings, as many as are to be named.</param>
    public static (string Text, BloomLevel Level)? For(string plain, IReadOnlyList<Fact> facts, string[] parts, Lexicon lexicon)
    {
        plain = Opening().Replace(plain, "");
        if ((Question(plain) ?? HowWhy(plain, lexicon)) is { } question)
        {
            return question;
        }
        if (plain.Length < 3 || Empty().IsMatch(plain))
        {
            return null;
        }
        if (Statement().IsMatch(plain))
        {
            return ($"Explain why {plain}", BloomLevel.Understand);
        }
        if (!facts.Any(f => Bare(f.Term) == Bare(plain)) && Doing(plain, lexicon) is { } doing)
        {
            return (doing, BloomLevel.Understand);
        }
        var including = parts.Length > 1 ? $", including {Join([.. parts.Select(Article)])}" : "";
        var article = Article(plain);
        if (Kinds().IsMatch(plain))
        {
            return parts.Length > 1 ? ($"Distinguish between {article}{including}", BloomLevel.Understand) : ($"Identify {article}", BloomLevel.Remember);
        }
        if (Rows().IsMatch(plain))
        {
            return ($"Identify {article}{including}", BloomLevel.Remember);
        }
        if (Causes().IsMatch(plain))
        {
            return ($"Explain {article}{including}", BloomLevel.Understand);
        }
        if (Stages().IsMatch(plain))
        {
            return ($"Outline {article}{including}", BloomLevel.Understand);
        }
        if (parts.Length == 0 && Pair(plain, facts) is { } pair)
        {
            return pair;
        }
        if (Views().IsMatch(plain))
        {
            return parts.Length > 1 ? ($"Compare {article}{including}", BloomLevel.Analyze) : ($"Discuss {article}", BloomLevel.Understand);
        }
        if (facts.Count(f => f.Kind is FactKind.Cause) * 3 >= facts.Count && facts.Count > 2)
        {
            return ($"Explain {article}{including}", BloomLevel.Understand);
        }
        return (parts.Length == 0 && IsDefined(plain, facts) ? $"Explain {article}" : $"Describe {article}{including}", BloomLevel.Understand);
    }

    public static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        2 => $"{parts[0]} and {parts[1]}",
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))}, and {parts[^1]}",
    };

    /// <summary>Two things that the text sets against each other, or that share their last word, are to be told apart; two that are both defined, defined.</summary>
    private static (string Text, BloomLevel Level)? Pair(string plain, IReadOnlyList<Fact> facts)
    {
        if (Two().Match(plain) is not { Success: true } two)
        {
            return null;
        }
        var (a, b) = (two.Groups["a"].Value, two.Groups["b"].Value);
        if (two.Groups["or"].Value[0] is 'v' || facts.Any(f => f is { Kind: FactKind.Comparison, Other: { } other } && (Bare(f.Term), Bare(other)) is var set && (set == (Bare(a), Bare(b)) || set == (Bare(b), Bare(a)))))
        {
            return ($"Compare {a} and {b}", BloomLevel.Analyze);
        }
        var sisters = a.Split(' ')[^1] == b.Split(' ')[^1] || a.Split('-')[^1] == b.Split('-')[^1] || !a.Contains(' ', StringComparison.Ordinal) && b.Contains(' ', StringComparison.Ordinal) && b.StartsWith(a[..Math.Min(3, a.Length)], StringComparison.Ordinal);
        return sisters ? ($"Distinguish between {a} and {b}", BloomLevel.Understand) : IsDefined(a, facts) && IsDefined(b, facts) ? ($"Define {a} and {b}", BloomLevel.Remember) : null;
    }

    internal static bool IsDefined(string plain, IReadOnlyList<Fact> facts) => facts.Any(f => f.Kind == FactKind.Definition && Bare(f.Term) == Bare(plain));

    /// <summary>Without article and plural.</summary>
    private static string Bare(string term) => LeadingArticle().Replace(term, "").ToLowerInvariant().TrimEnd('s');

    /// <summary>"Analyzing findings" is "Explain how to analyze findings"; "staying single" is described.</summary>
    private static string? Doing(string plain, Lexicon lexicon)
    {
        var words = plain.Split(' ');
        if (words.Length < 2 || NotDone().IsMatch(words[0]) || lexicon.VerbOfGerund(words[0].ToLowerInvariant()) is not { } verb)
        {
            return null;
        }
        words[0] = verb;
        if (words.Length > 3 && words[1] is "and" or "or" && lexicon.VerbOfGerund(words[2].ToLowerInvariant()) is { } second)
        {
            words[2] = second;
        }
        return "Explain how to " + string.Join(' ', words);
    }

    /// <summary>"types of poverty" is "the types of poverty", "conflict perspective" is "the conflict perspective".</summary>
    internal static string Article(string plain) => OfPhrase().IsMatch(plain) ? "the " + plain : plain;

    /// <summary>Headings that ask: "What is learning", "Why is research important".</summary>
    private static (string, BloomLevel)? Question(string plain)
    {
        var match = What().Match(plain);
        if (match.Success)
        {
            return ($"Define {match.Groups["x"].Value}", BloomLevel.Remember);
        }
        match = Asked().Match(plain);
        if (match.Success)
        {
            var (word, verb, rest) = (match.Groups["w"].Value.ToLowerInvariant(), match.Groups["v"].Value.ToLowerInvariant(), match.Groups["x"].Value);
            if (verb is "do" or "does" or "did")
            {
                return verb == "do" ? ($"Explain {word} {rest}", BloomLevel.Understand) : null;
            }
            var space = rest.LastIndexOf(' ');
            return space < 0 ? null : ($"Explain {word} {rest[..space]} {verb} {rest[(space + 1)..]}", BloomLevel.Understand);
        }
        match = Who().Match(plain);
        return match.Success ? ($"Identify {match.Groups["x"].Value}", BloomLevel.Remember) : null;
    }

    /// <summary>"Why socialization matters", "How memory functions", "Why study history".</summary>
    private static (string, BloomLevel)? HowWhy(string plain, Lexicon lexicon)
    {
        var words = plain.Split(' ');
        if (words.Length < 3 || words[0].ToLowerInvariant() is not ("why" or "how"))
        {
            return null;
        }
        var use = lexicon.UseOf(words[1].ToLowerInvariant());
        // "why sleep matters": the noun before a verb is its subject, whatever else it could be.
        var subject = words[2].EndsWith('s') && lexicon.BaseOfVerb(words[2].ToLowerInvariant(), Endings.BasesOfThird(words[2].ToLowerInvariant())) is not null;
        var people = words[1] == "study" || use.Verb > use.Noun && !subject;
        var rest = string.Join(' ', words.Skip(1));
        return words[1] is "to" ? ($"Explain how {rest}", BloomLevel.Understand) : ($"Explain {words[0].ToLowerInvariant()} {(people ? "people " : "")}{rest}", BloomLevel.Understand);
    }

    [GeneratedRegex(@"^(?:(?:an? )?(?:brief )?(?:introduction|introducing|overview|understanding|defining|exploring|examining|considering|a (?:closer|brief) look at)(?: to| of)? )(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^what (?:is|are) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex What();

    [GeneratedRegex(@"^(?<w>why|how) (?<v>is|are|do|does|did) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^who (?:is|are) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    /// <summary>"Correlation does not indicate causation".</summary>
    [GeneratedRegex(@"^\w[\w -]* (?:does not|do not|is not|are not|cannot|can) \w+", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(?:the )?(?:\w+ )?(?:types|kinds|forms|categories|varieties|branches|classes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"^(?:the )?(?:\w+ )?(?:components|elements|parts|sources|symptoms|signs|warning signs|characteristics|features|criteria|principles|agents|levels|functions|properties|members)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^(?:the )?(?:causes?|effects?|consequences|reasons|factors|origins?|impacts?|benefits|influences?|role|importance)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Causes();

    [GeneratedRegex(@"^(?:the )?(?:stages|steps|phases|process|sequence)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stages();

    [GeneratedRegex(@"^(?<a>[\w-]+(?: [\w-]+)?) (?<or>and|versus|vs\.?) (?<b>[\w-]+(?: [\w-]+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Two();

    [GeneratedRegex(@"\b(?:perspectives?|theories|approaches|views|debate|controversy)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Views();

    [GeneratedRegex(@"^(?!the |a |an )(?:[\w-]+ )?[a-z-]+ of\b|^(?!the |a |an )[\w’-]+(?: [\w-]+)? (?:perspective|approach|model|view|system|effect|hypothesis|revolution|movement|method|cycle|principle)$")]
    private static partial Regex OfPhrase();

    [GeneratedRegex(@"^(?:the|a|an) ", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingArticle();

    /// <summary>-ing forms that are states or names rather than tasks.</summary>
    [GeneratedRegex(@"^(?:staying|living|being|becoming|growing|getting|going|coming|working|dating|aging|ageing|dying|having|feeling|changing|emerging|existing|developing|leading|following|rising|falling|beginning|remaining|seeing|looking|thinking)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotDone();

    [GeneratedRegex(@"^(?:introduction|overview|conclusion|summary|background|examples?|discussion|part \w+|more|other|(?:from|to|in|on|at|by|with|for|beyond|after|before|toward|towards|under|inside) .*|(?:are|is|can|do|does|should|will|did|was|were|has|have) .*|you .*|.*\b(?:your|my|our)\b.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();
}
