using System.Text.RegularExpressions;
using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>
/// What a sentence needs when it is taken out of its text: no pointers to figures, no references to literature, no connective to a sentence that is
/// not there. Only ever leaves words out, so that the sentence still says what its quote says.
/// </summary>
internal static partial class LessonRepairs
{
    /// <summary>A sentence on one line, without bracketed pointers and references.</summary>
    public static string Tidy(string sentence)
    {
        var text = White().Replace(sentence, " ").Trim();
        text = Aside().Replace(text, m => IsAside(m.Groups["in"].Value) ? "" : m.Value);
        text = NoteMark().Replace(text, "");
        text = BackPointer().Replace(text, "");
        text = SpaceBeforeMark().Replace(White().Replace(text, " "), "$1").Trim();
        return char.IsUpper(sentence.AsSpan().TrimStart() is { Length: > 0 } start ? start[0] : ' ') ? Capitalised(text) : text;
    }

    /// <summary>Without the connective it opens with; unchanged where it has none.</summary>
    public static string WithoutConnective(string sentence)
    {
        var match = Connective().Match(sentence);
        var rest = match.Success && match.Length < sentence.Length - 10 ? Capitalised(sentence[match.Length..].TrimStart()) : sentence;
        return Parenthesis().Replace(rest, "");
    }

    /// <summary>Whether a reader can take it as a statement: a whole sentence of readable length that announces nothing, asks nothing and points nowhere.</summary>
    public static bool IsStatement(string sentence)
    {
        var words = ContentWords.Count(sentence);
        return words is >= 5 and <= 55
            && sentence[^1] is '.' or '”' or '"' or ')' or '’'
            && !sentence.Contains('?', StringComparison.Ordinal)
            && (char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]) || (sentence[0] is '“' or '"' && sentence.Length > 1 && char.IsUpper(sentence[1])))
            && IsBalanced(sentence)
            && !sentence.EndsWith(" v.", StringComparison.Ordinal)
            && !Announces(sentence)
            && !FirstPerson().IsMatch(sentence)
            && !Openers.PointsElsewhere(sentence);
    }

    /// <summary>Speaks of the text itself or to its reader: what comes next, what was read, what to do.</summary>
    public static bool Announces(string text) => Announcement().IsMatch(text);

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool IsAside(string inside) =>
        string.IsNullOrWhiteSpace(inside) || Pointer().IsMatch(inside) || Reference().IsMatch(inside) || inside.Split(';').All(part => DatedName().IsMatch(part));

    private static bool IsBalanced(string text) =>
        text.Count(c => c == '(') == text.Count(c => c == ')')
        && text.Count(c => c == '“') == text.Count(c => c == '”')
        && text.Count(c => c == '"') % 2 == 0;

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"\s+([.,;:!?])")]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"\s*[(\[](?<in>[^()\[\]]*)[)\]]")]
    private static partial Regex Aside();

    /// <summary>"[12]", "[3, 4]" are taken by <see cref="Aside"/>; these are raised numbers behind a full stop.</summary>
    [GeneratedRegex(@"(?<=\p{L}[.”])\d{1,3}(?=\s+\p{Lu}|$)")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"^\s*(see\s+|e\.g\.,?\s+see\s+)?(the\s+)?(figure|fig\.|table|box|image|photo|chapter|section|appendix|slide|video|link)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointer();

    /// <summary>"Smith &amp; Jones, 2010; Lee et al., 2012", "p. 14", "[3, 4]"; not "1903–1905" or "in 1935".</summary>
    [GeneratedRegex(@"^\s*((?=.*\p{L}).*[,.]\s*(\d{4}[a-z]?|n\.d\.|in press)(\s*[,:]\s*(p\.?\s*)?\d+([–-]\d+)?)?\s*$|pp?\.\s*\d.*|\d{1,3}(\s*[,–-]\s*\d{1,3})*\s*$)")]
    private static partial Regex Reference();

    /// <summary>"Coltrane and Adams 2004", "cf. Thorne 1993a": a name that ends in a year.</summary>
    [GeneratedRegex(@"^\s*((see|cf\.?|e\.g\.,?|adapted from)\s+)?(also\s+)?\p{Lu}[^\d]*,?\s*(1[89]|20)\d\d[a-z]?(\s*,\s*(1[89]|20)\d\d[a-z]?)*(\s*:\s*\d+([–-]\d+)?)?\s*$")]
    private static partial Regex DatedName();

    /// <summary>"As stated earlier, " and ", as noted above,": pointers back that a reader can do without.</summary>
    [GeneratedRegex(@"^As (was |we have |we )?(stated|noted|suggested|mentioned|discussed|described|explained|indicated|seen|you[’'](ve| have) (learned|read|seen))( (earlier|above|before|previously|already))?,\s+|,\s+as (was |we )?(stated|noted|mentioned|discussed|described|explained|indicated) (earlier|above|before|previously|already)(?=,|\.)", RegexOptions.IgnoreCase)]
    private static partial Regex BackPointer();

    /// <summary>The author in person: "I tried …", "my".</summary>
    [GeneratedRegex(@"(?<!\p{Lu}\p{L}* )\bI(?= \p{Ll}{2,}|[’'](m|ve|d|ll)\b)|\b(my|me|myself)\b")]
    private static partial Regex FirstPerson();

    /// <summary>A connective between commas, inside a sentence.</summary>
    [GeneratedRegex(@",\s+(however|therefore|thus|then|too|on the other hand|for example|for instance|in contrast|by contrast|in turn|in particular|moreover|furthermore|nevertheless|nonetheless|meanwhile|instead|of course|in fact|in addition|likewise|similarly|consequently|as a result)(?=,)(,)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^(However|Therefore|Thus|Hence|Accordingly|Moreover|Furthermore|Additionally|Nevertheless|Nonetheless|Consequently|Conversely|Likewise|Similarly|Also|Indeed|Still|Again|Finally|Next|Then|Of course|Further|Specifically|Typically|Too|In addition|In contrast|By contrast|In fact|In turn|In short|In sum|In other words|In particular|In general|As a result|As a consequence|On the other hand|On the contrary|For example|For instance|As an example|For this reason|For these reasons|As such|Not surprisingly|Interestingly|Importantly|First|Second|Third|Lastly|To begin with|After all|Meanwhile),\s+|^(But|And|So|Yet|Or|Thus|Hence|Therefore)\s+(?=\p{L})")]
    private static partial Regex Connective();

    [GeneratedRegex(@"\b(let[’']s|we (have|[’']ve) already|we[’']ve (seen|discussed|learned)|we (will|shall|now|turn|have (seen|discussed|learned)|discuss(ed)?|explore|begin|examine|consider|look|saw|learned|can see)|you (will|[’']ll|have (learned|read|seen|probably|likely)|may (recall|remember|wonder)|might (recall|remember|wonder|be)|should|are (about|probably))|you[’']ve (learned|read|seen|probably)|you[’']ll (learn|read|see)|returning to the|(feature|figure|table|box) (illustrates|shows|describes|discusses)|from the example\)|continuing with|(this|the|our) discussion (of|above|below)|(this|the (next|following|previous|introductory)) (chapter|section|module|unit|lesson|book|text|reading|feature|lecture)|all rights reserved|copyright|CC BY|licensed under|access for free|(recall|remember|imagine|suppose|consider|think (about|of|back)|notice|note|picture|ask yourself|take a moment|try) (that|how|the|a|what|for|yourself|if|of|to|your)|as you (read|can|will|may|learned)|later in|if you (did|were|answered|guessed|thought|said|chose)|read over|looking (back|ahead)|in the (next|previous|following) (section|chapter))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Announcement();
}
