using System.Text.RegularExpressions;
using Tutor.Checks;

namespace Tutor.Tutoring;

/// <summary>Reads from its words what kind of answer a question wants. What is not English is General.</summary>
internal static partial class QuestionReader
{
    /// <summary>"operant conditioning": a thing that is named and nothing else.</summary>
    private const int MostWordsOfName = 4;

    public static AskedQuestion Read(string text)
    {
        var plain = Opening().Replace(White().Replace(text, " ").Trim(), "").TrimEnd('?', '.', '!', ' ');
        if (Comparison().Match(plain) is { Success: true } compared) return new(text, QuestionKind.Comparison, [Thing(compared.Groups["a"].Value), Thing(compared.Groups["b"].Value)]);
        if (Versus().Match(plain) is { Success: true } versus) return new(text, QuestionKind.Comparison, [Thing(versus.Groups["a"].Value), Thing(versus.Groups["b"].Value)]);
        if (Example().Match(plain) is { Success: true } example) return new(text, QuestionKind.Example, [Thing(example.Groups["x"].Value)]);
        if (Steps().Match(plain) is { Success: true } steps) return new(text, QuestionKind.Steps, [Thing(steps.Groups["x"].Value)]);
        if (Kinds().Match(plain) is { Success: true } kinds) return new(text, QuestionKind.List, [Thing(kinds.Groups["x"].Value)]);
        if (Cause().IsMatch(plain)) return new(text, QuestionKind.Cause, []);
        if (Person().IsMatch(plain)) return new(text, QuestionKind.Person, []);
        if (Quantity().IsMatch(plain)) return new(text, QuestionKind.Quantity, []);
        if (Definition().Match(plain) is { Success: true } defined && Thing(defined.Groups["x"].Value) is var thing && ContentWords.Count(thing) <= 2 * MostWordsOfName) return new(text, QuestionKind.Definition, [thing]);
        if (ContentWords.Count(plain) is > 0 and <= MostWordsOfName && !plain.Contains(' ', StringComparison.Ordinal) | !Asks().IsMatch(plain)) return new(text, QuestionKind.Definition, [Thing(plain)]);
        return new(text, QuestionKind.General, []);
    }

    /// <summary>Without article and "the concept of".</summary>
    private static string Thing(string text) => Article().Replace(text.Trim(), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"^((ok|okay|so|and|but|well|hi|hello|hey|please|tutor|now|then)[,:!]?\s+)+|^(can|could|would) (you|we|i)( please)? (?=(explain|tell|define|describe|give|list|name|compare|summari[sz]e)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(differences?|distinction|distinguish\w*|comparison|relationship|relation)( \w+)? between (?<a>.+?) (and|from|versus|vs\.?) (?<b>.+)$|^how (do|does|is|are) (?<a>.+?) (differ|different) from (?<b>.+)$|^how (do|does) (?<a>.+?) and (?<b>.+?) differ$|^(contrast|compare|distinguish) (?<a>.+?) (and|with|to|from) (?<b>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(?<a>.+?) (versus|vs\.?) (?<b>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Versus();

    [GeneratedRegex(@"\bexamples? (of|for) (?<x>.+)$|^(an? )?example:? (?<x>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex(@"\b(stages?|steps?|phases?|sequence|order|procedure) (of|in|for|to) (?<x>.+)$|^(what|which) (are|is) the (?<x>.+?) (stages|steps|phases)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\b(types?|kinds?|sorts?|forms?|parts?|components?|elements?|categories|branches|functions?|symptoms?|characteristics|features|principles|factors|levels|areas|goals|members|examples|causes|effects|advantages|disadvantages|benefits) of (?<x>.+)$|^(list|name|enumerate) (the |all |some )*(?<x>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"^(why|how come)\b|\b(what causes?|what leads to|what makes|reasons? (for|why|of))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cause();

    [GeneratedRegex(@"^(who|whose|which (person|psychologist|scientist|theorist|researcher))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(how (many|much|long|often|old|far|big|large|high|fast)|when|what (year|percent\w*|share|number|proportion)|in (which|what) year)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"^(what(['’]?s| is| are| was| were)( meant by)?|define|explain( to me)?( what)?( is| are)?|describe|tell me( more)? about|what do(es)? (you|we|they|it) mean by|(the )?(definition|meaning) of|what is the (definition|meaning) of|what about|how about) (?<x>.+?)( is| are| means?)?$|^what do(es)? (?<x>.+?) (mean|stand for|refer to)$|^how (is|are) (?<x>.+?) defined$|^(?<x>.+?) (is|are) what$|^(meaning|definition) of (?<x>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^((the|an?|some|any) )?((concept|idea|term|word|notion|process|phenomenon) (of )?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
