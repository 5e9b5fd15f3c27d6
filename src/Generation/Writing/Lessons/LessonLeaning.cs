using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>What a sentence takes up from the text before it: a pronoun, a thing named there, a person introduced there, a place in a series.</summary>
internal sealed partial class LessonLeaning
{
    /// <summary>Sentences in which a person must be named for the module to be about them.</summary>
    private const int MainFigure = 4;

    private readonly Dictionary<string, int> _mentions;
    private readonly HashSet<string> _firstNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);

    /// <param name="sentences">Of the module, in reading order.</param>
    public LessonLeaning(IReadOnlyList<SourceSentence> sentences)
    {
        foreach (var tokens in sentences.Select(s => s.Tokens))
            for (var i = 0; i + 1 < tokens.Count; i++)
                if (IsNamePart(tokens[i]) && IsNamePart(tokens[i + 1]) && (i == 0 || !IsNamePart(tokens[i - 1])) && (i + 2 == tokens.Count || !IsNamePart(tokens[i + 2])))
                {
                    _firstNames.Add(tokens[i].Lower);
                    _surnames.Add(tokens[i + 1].Lower);
                }
        _firstNames.ExceptWith(_surnames);
        _mentions = sentences.SelectMany(s => s.Tokens.Where(IsNamePart).Select(t => t.Lower).Distinct(StringComparer.Ordinal)).CountBy(n => n, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <param name="alone">The sentence without its connective.</param>
    /// <param name="previous">The sentence before it in its paragraph, if any.</param>
    public bool Leans(SourceSentence sentence, string alone, SourceSentence? previous) =>
        Openers.LeansBack(alone) || !StandsAlone(sentence) || Adds().IsMatch(alone) || Unnamed().IsMatch(alone) || TakesUp(sentence, previous) || GoesOnAbout(sentence.Tokens);

    /// <summary>1 for "First, …" and "The first type …", 2 for what comes after a first, 0 for what stands in no series.</summary>
    public static int PlaceInSeries(string sentence) => First().IsMatch(sentence) ? 1 : Later().IsMatch(sentence) ? 2 : 0;

    /// <summary>A subject that opens with a quantity ("Some researchers …") takes nothing up, unless the rest does.</summary>
    private static bool StandsAlone(SourceSentence s) => s.StandsAlone
        || (s.Tokens.Count > 5 && s.Tokens[0].Lower is "many" or "most" or "some" or "several" or "each" or "one" && s.Tokens[1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective && Standing.StandsAlone([.. s.Tokens.Skip(1)]));

    /// <summary>"A researcher has a question. The researcher …": the thing was brought up in the sentence before.</summary>
    private static bool TakesUp(SourceSentence sentence, SourceSentence? previous)
    {
        var tokens = sentence.Tokens;
        if (previous is null || tokens.Count < 3 || !tokens[0].Is("the")) return false;
        var end = NounPhrases.EndOf(tokens, 0);
        if (end is not (2 or 3) || end >= tokens.Count || tokens[end].Lower is "of" or "that" or "who" or "which" or "in") return false;
        var head = tokens[end - 1];
        return head.Is(PartOfSpeech.Noun) && previous.Tokens.Select((t, i) => (t, i)).Any(x => x.t.Lemma == head.Lemma && x.i > 0 && Introduces(previous.Tokens, x.i));
    }

    /// <summary>"a researcher", "a young researcher".</summary>
    private static bool Introduces(IReadOnlyList<Token> tokens, int noun) =>
        Enumerable.Range(1, 3).Any(back => noun >= back && tokens[noun - back].Lower is "a" or "an" or "one");

    /// <summary>A story goes on with its people by their first names; a person named in passing is a stranger later on.</summary>
    private bool GoesOnAbout(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count < 3 || !IsNamePart(tokens[0]) || IsNamePart(tokens[1])) return false;
        var acts = tokens[1].IsFinite || tokens[1].Is(PartOfSpeech.Adverb) || tokens[1].Tag is PartOfSpeech.Possessive;
        return acts && (_firstNames.Contains(tokens[0].Lower) || (_surnames.Contains(tokens[0].Lower) && _mentions.GetValueOrDefault(tokens[0].Lower) < MainFigure));
    }

    private static bool IsNamePart(Token token) => token.Is(PartOfSpeech.ProperNoun) && token.Text.Length > 2 && char.IsUpper(token.Text[0]) && token.Text.Skip(1).All(char.IsLower);

    /// <summary>"Rogers was also …", "Students then …": something was said of it before.</summary>
    [GeneratedRegex(@"^(?!.{0,60}\bnot (only|just)\b)[^,;:]{0,45}?\b(also|then|too|likewise|instead|similarly|in turn)\b(?! of\b)")]
    private static partial Regex Adds();

    /// <summary>"The term refers to …": which one stood in the sentence before.</summary>
    [GeneratedRegex(@"^The (term|word|concept|phrase|idea|name|theory|process) (is|was|refers?|means|describes?|comes?|has|can|may)\b")]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^(First(ly)?,|(The|One) first (?!(to|person|known|time|sociologist|psychologist|scientist|woman|man)\b)\p{Ll}+\b(?! (to|who|that)\b)|One (reason|type|kind|way|approach|factor|theory|explanation|view|possibility) (is|was)\b|On (the )?one hand)", RegexOptions.IgnoreCase)]
    private static partial Regex First();

    [GeneratedRegex(@"^(And )?(Second(ly)?,|Third(ly)?,|Fourth(ly)?,|Finally,|Last(ly)?,|The (second|third|fourth|fifth|last|final|other)\b|A (second|third|fourth|final)\b|Another (reason|type|kind|way|approach|factor|theory|explanation|view|possibility)\b|On the other hand)", RegexOptions.IgnoreCase)]
    private static partial Regex Later();
}
