using System.Text.RegularExpressions;

namespace Tutor.Checks;

/// <summary>Sentences that cannot be read alone: they take up something said before, or point at something on another page.</summary>
public static partial class Openers
{
    /// <summary>True where the sentence takes up what was said before it: "However, …", "It also …", "These are …".</summary>
    public static bool LeansBack(string sentence)
    {
        var text = sentence.TrimStart('“', '"', '(', '\'', '‘', ' ');
        return Connective().IsMatch(text) || (Pronoun().IsMatch(text) && !Expletive().IsMatch(text)) || Comparative().IsMatch(text);
    }

    /// <summary>True where it points at a figure, a table, another chapter, or at what the text said elsewhere.</summary>
    public static bool PointsElsewhere(string sentence) => Pointer().IsMatch(sentence);

    /// <summary>True where it sets itself against what was said before it.</summary>
    public static bool Contradicts(string sentence) => Adversative().IsMatch(sentence);

    [GeneratedRegex(@"^(But|Yet|However|Nevertheless|Nonetheless|Even so|Still,|In (fact|reality|contrast)(?! to)|On the (contrary|other hand)|Actually|Unfortunately)\b")]
    private static partial Regex Adversative();

    [GeneratedRegex(@"^(However|Therefore|Thus|Hence|Accordingly|Moreover|Furthermore|Additionally|Nevertheless|Nonetheless|Consequently|Conversely|Instead(?! of)|Otherwise|Likewise|Similarly(?! to)|Meanwhile|Also|But|And|Or|Nor|So|Yet|Then|Next|Finally|Indeed|Still|Besides(?=,)|Afterwards?|Second(ly)?,|Third(ly)?,|First(ly)?,|Again|In (contrast|addition|comparison)(?! (to|with))|In (turn|other words|short|sum|fact|particular)|By (contrast|comparison)|As a (result|consequence)(?! of)|On the (other hand|contrary)|To (do so|this end)|Of course|That is|For (this|these|that) (reasons?|purpose)|At (this|that) (point|time|stage)|After (this|that|these)|Because of (this|that|these)|Like this|All (of )?(this|these|that)|Most of (this|these)|One of (these|those)|Some of (these|those)|Both of (these|those)|Each of (these|those))\b", RegexOptions.None)]
    private static partial Regex Connective();

    [GeneratedRegex(@"^(He|She|It|They|His|Her|Its|Their|Them|This|These|That|Those|Such|Both|Neither|Here|Doing so)\b(?!['’]s (important|possible|easy|hard|clear))")]
    private static partial Regex Pronoun();

    /// <summary>"It is important that …", "Those who …", "Both parents and …", "Such as" with its noun after: nothing before is taken up.</summary>
    [GeneratedRegex(@"^(It (is|was|has been|would be|can be|may be|might be|seems|appears|turns out|takes)\b[^,.;]*\b(that|to|when|if|whether|how|why|for)\b|(Those|That) (who|whose|which|of)\b|Both (\w+[ -]){1,4}and\b|Neither (\w+ ){1,4}nor\b)")]
    private static partial Regex Expletive();

    [GeneratedRegex(@"^(The (former|latter|other|same|second|third|fourth|fifth|final|last|next|first|above|following)\b|((In )?[Aa]nother|Other|Others|More|A (second|third|fourth|final|further|similar|related))\b|(One|Some|Many|Most|Several|Few) (also|others?)\b|(In |During |After |Before |At the end of )?[Tt]he (researchers|participants|subjects|experiment(s|ers?)?|study|results|findings|authors|questions|latter|victims?)\b(?! (of|that|who|in|on) )|(The|An?) (example|exception|answer) )")]
    private static partial Regex Comparative();

    [GeneratedRegex(@"(\bas (we )?(have )?(shown|seen|saw|noted|mentioned|discussed|described|explained|you (may )?(recall|remember|read|learned))\b|\b(discussed|described|mentioned|introduced|covered|explained|presented|seen|shown|listed|outlined) (above|below|earlier|previously|later|next|here|in (the|this|a|an) (previous|next|last|earlier|later|following|chapter|section|module))|\b(above|below|earlier|later|next|previous|preceding|this|another|following) (chapter|section|module|figure|table|box|feature|lecture|slide)\b|\b(see|in|shown in|refer to) (the )?(figure|fig\.|table|box|appendix|chapter|section)\b|\((the )?(figure|fig\.|table|image|photo)[^)]*\)|\bthe (figure|table|image|photo|graph|diagram|chart|video|link|website)\b( (above|below|shows|illustrates))?|\b(click|watch|visit) (on |the |this )|https?://|\bwww\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Pointer();
}
