using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Whether a sentence can be taken out of its text and still say the same.</summary>
internal static partial class Standing
{
    private static readonly FrozenSet<string> Openers = Set("it its they them their theirs he him his she her hers this these those that such here there both another others one some many most each neither either");
    private static readonly FrozenSet<string> Pointers = Set("he she him himself herself above aforementioned latter former");
    private static readonly FrozenSet<string> Address = Set("we us our ours ourselves you your yours yourself i me my mine");

    public static bool StandsAlone(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count < 5 || tokens[^1].Text is "?" or "!" || !char.IsLetterOrDigit(tokens[0].Text[0]) && tokens[0].Text is not ("“" or "\""))
        {
            return false;
        }
        var first = 0;
        while (first < tokens.Count - 1 && IsConnective(tokens, first))
        {
            first++;
        }
        return (!Openers.Contains(tokens[first].Lower) || tokens[first].Is("there") && first + 1 < tokens.Count && tokens[first + 1].Lemma == "be")
            && tokens[first] is not { Tag: PartOfSpeech.Verb, Form: WordForm.Base }
            && !HasOpenPronoun(tokens, first)
            && !PointsElsewhere().IsMatch(string.Join(' ', tokens.Select(t => t.Lower)));
    }

    /// <summary>True where what comes before the verb can be read without the text before it; what comes after is cut or refused where it leans on something.</summary>
    public static bool CanState(Clause clause)
    {
        var opening = new Phrase(clause.Tokens, clause.Lead.IsEmpty ? clause.Subject.From : clause.Lead.From, clause.Verbs.From);
        return !Openers.Contains(opening.First.Lower) && !Openers.Contains(clause.Subject.First.Lower) && !HasOpenPronoun([.. opening.Each()], 0) && !PointsElsewhere().IsMatch(string.Join(' ', opening.Each().Select(t => t.Lower)));
    }

    /// <summary>"as shown in the figure", "in the next chapter", "watch this video".</summary>
    public static bool Points(string text) => PointsElsewhere().IsMatch(text.ToLowerInvariant());

    /// <summary>A clause behind a semicolon that can be read without the one before.</summary>
    public static bool CanFollow(IReadOnlyList<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Count - 1 && IsConnective(tokens, first))
        {
            first++;
        }
        return tokens.Count > 4 && !Openers.Contains(tokens[first].Lower) && !HasOpenPronoun(tokens, first);
    }

    /// <summary>"Watch this video": tells the reader to do something.</summary>
    public static bool IsImperative(IReadOnlyList<Token> tokens) => tokens[0] is { Tag: PartOfSpeech.Verb, Form: WordForm.Base };

    public static bool Addresses(IReadOnlyList<Token> tokens) => tokens.Any(t => Address.Contains(t.Lower) && t.Text != "US");

    /// <summary>"For example", "Imagine that": the sentence, and often what follows it, tells of one case.</summary>
    public static bool OpensExample(string sentence) => Example().IsMatch(sentence);

    /// <summary>"Imagine", "Suppose", "Let’s say": the rest of the paragraph is the story.</summary>
    public static bool OpensStory(string sentence) => Story().IsMatch(sentence);

    internal static bool IsConnective(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text == "," || tokens[i].Is(PartOfSpeech.Conjunction) || tokens[i].Is(PartOfSpeech.Adverb) && i + 1 < tokens.Count && tokens[i + 1].Text == ",";

    /// <summary>"he", "the former", or "this", "these", "such", "it" before any noun of the sentence could stand for them.</summary>
    private static bool HasOpenPronoun(IReadOnlyList<Token> tokens, int first)
    {
        var nouns = 0;
        for (var i = first; i < tokens.Count && tokens[i].Text != ";" && !(tokens[i].Text == "," && i + 1 < tokens.Count && tokens[i + 1].Lower is "but" or "which" or "so"); i++)
        {
            var word = tokens[i].Lower;
            var demonstrative = word is "this" or "these" || word == "such" && (i + 1 >= tokens.Count || tokens[i + 1].Lower is not "as") || word is "those" or "that" && tokens[i].Is(PartOfSpeech.Determiner) && i + 1 < tokens.Count && tokens[i + 1].IsNominal;
            // "a group … that deviate from that group": the noun was there before.
            demonstrative &= !(i + 1 < tokens.Count && tokens.Take(i).Any(t => t.IsNominal && t.Lemma == tokens[i + 1].Lemma)) && !(word is "those" or "that" && nouns > 0);
            if (Pointers.Contains(word) && !(word is "he" or "she" or "him" && tokens.Take(i).Any(t => t.Is(PartOfSpeech.ProperNoun))) || demonstrative || nouns == 0 && word is "it" or "they" or "them" or "its" or "their")
            {
                return true;
            }
            nouns += tokens[i].IsNominal || tokens[i].Is(PartOfSpeech.Gerund) ? 1 : 0;
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:as (?:shown|seen|discussed|mentioned|noted|described) |in (?:this|the next|the previous|the last) (?:chapter|section|module|unit|book|text|figure|lecture|slide)|(?:the|this) figure|this table|figure \d|table \d|(?:chapter|section) \d|you (?:will|have) (?:learn|read|see|seen|learned)|(?:see|watch|visit|view|read|listen to) (?:this|the) (?:video|website|link|article|clip|figure|page)|discussed (?:later|in)|click|www\.|http|we (?:will|have|shall) (?:discuss|see|explore|examine|look|consider|review|turn))\b", RegexOptions.CultureInvariant)]
    private static partial Regex PointsElsewhere();

    [GeneratedRegex(@"\b(?:[Ff]or (?:example|instance)|[Aa]s an example|[Ii]n this (?:case|example|scenario|situation)|to illustrate)\b")]
    private static partial Regex Example();

    [GeneratedRegex(@"^(?:Now |So |But |Or |And )?(?:[Ii]magine|[Ss]uppose|[Ss]ay |[Ll]et(?:’|')s|[Pp]icture|[Tt]hink of|[Tt]hink about|[Cc]onsider|[Tt]ake the|[Rr]ecall|[Rr]emember|If you (?:were|had|have|are|want)|You (?:might|may|are|have|can|could))\b|\b(?:[Ii]magine|[Ss]uppose|[Ll]et(?:’|')s say|[Ll]et(?:’|')s (?:consider|assume|look))\b")]
    private static partial Regex Story();
}
