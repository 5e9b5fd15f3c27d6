using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Cuts what is said of a subject down to what can stand in a choice, and refuses what is not whole English when cut.</summary>
internal static partial class Predicate
{
    private const int MostWords = 26;

    private static readonly FrozenSet<string> CutsAfterComma = Set("but yet so which who whose where while whereas although though because since as such including especially particularly however not rather even then thus therefore for e.g i.e like unlike with without even instead depending");
    private static readonly FrozenSet<string> Openers = Set("if when while although though even unless because once whether");
    private static readonly FrozenSet<string> BadEnds = Set("a an the of in on at by for to with from and or but nor that which who whose as than if when while because not only both either neither such more most very so into between among through their its his her is are be what whom whose where how");
    private static readonly FrozenSet<string> Banned = Set("he she him his i me my this these here above mentioned aforementioned etc himself herself there it’s it's then vice versa again still now likewise similarly same previous next following too such");

    /// <returns>The words, or null where no clean cut exists.</returns>
    /// <param name="finite">Finite verbs the stretch may have that nothing in it introduces: 0 for noun phrases and what follows a verb, 1 for a clause.</param>
    public static string? Text(Phrase rest, int finite = 0, int fewest = 3)
    {
        var cut = Shorten(Cut(rest), finite, fewest);
        if (cut.Count < fewest || BadEnds.Contains(cut.Last.Lower) && !(cut.Last.Lower == "be" && cut.Count > 2 && cut[cut.Count - 2].Lower == "to" && cut[cut.Count - 3].Lemma is "like" or "want" or "need" or "ought") || EndsInMidRow(cut, rest) || EndsInMidPhrase(cut) || LacksMain(cut) || cut.Each().Count(t => !t.Is(PartOfSpeech.Punctuation)) > MostWords || cut.Any(t => Banned.Contains(t.Lower) && !IsPaired(cut, t)) || cut.Text.Contains("like us", StringComparison.Ordinal) || !IsWhole(cut, finite))
        {
            return null;
        }
        var text = Address(Unquote(cut.Text).Trim(' ', ',', '.', ';', ':'));
        return text.Length == 0 || UnevenMarks(text) || Standing.Points(text) ? null : text;
    }

    /// <summary>"we learn" is "people learn": the reader is not the subject matter.</summary>
    public static string Address(string text)
    {
        // "our awareness of …" is "one’s awareness"; after "we" it is "their".
        var own = They().IsMatch(text) ? "their" : "one’s";
        text = Own().Replace(text, m => m.Value[0] is 'O' or 'Y' ? Spelling.Capital(own) : own);
        return They().Replace(text, m => char.IsUpper(m.Value[0]) && m.Index == 0 ? "People" : "people");
    }

    private static bool IsPaired(Phrase cut, Token token)
    {
        var i = token.Lower switch { "his" or "he" or "him" or "himself" => cut.IndexOf(t => t == token), _ => -1 };
        return i >= 0 && cut.Slice(i, Math.Min(cut.Count, i + 3)).Any(t => t.Lower is "or" or "and") && cut.Any(t => t.Lower is "her" or "she" or "herself");
    }

    private static Phrase Cut(Phrase rest)
    {
        var open = rest.Count > 0 && Openers.Contains(rest.First.Lower) ? 1 : 0;
        for (var i = 1; i < rest.Count; i++)
        {
            var token = rest[i];
            if (token.Text is ";" or ":" or "—" or "–" or "…" or "?" || token.Text == "such" && i + 1 < rest.Count && rest[i + 1].Text == "as" && i > 2 || token.Text is "including" && rest[i - 1].Text != "," || token.Text == "because" && i > 6 && rest.Count > MostWords)
            {
                return TrimComma(rest.Slice(0, i));
            }
            if (token.Text == ",")
            {
                if (open > 0)
                {
                    open--;
                    continue;
                }
                if (i + 1 < rest.Count && EndsAt(rest, i))
                {
                    return rest.Slice(0, i);
                }
            }
            else if (token.Is(PartOfSpeech.Conjunction) && i > 3 && i + 1 < rest.Count && open == 0 && (rest[i + 1].IsFinite || rest[i + 1].Is(PartOfSpeech.Adverb) && i + 2 < rest.Count && rest[i + 2].IsFinite)
                && (!rest.Slice(0, i).Any(t => t.Tag is PartOfSpeech.Subordinator || t.Lower is "who" or "that" or "which" or "what") || LastForm(rest, i) is var form && form != WordForm.None && form != rest[i + 1].Form && rest[i + 1].IsFinite && rest[i + 1].Form is WordForm.Present or WordForm.ThirdPerson))
            {
                return TrimComma(rest.Slice(0, i));
            }
            else if (Openers.Contains(token.Lower) && (rest[i - 1].Text is "that" or "," || rest[i - 1].Is(PartOfSpeech.Verb)) || token.Lower == "as" && rest[i - 1].Lower == "that")
            {
                open++;
            }
        }
        return rest;
    }

    /// <summary>"whose traits, anatomy, hormones" before ", or …": the row lost its end.</summary>
    private static bool EndsInMidRow(Phrase cut, Phrase rest)
    {
        var comma = -1;
        for (var i = 0; i < cut.Count; i++)
        {
            comma = cut[i].Text == "," ? i : comma;
        }
        return cut.Count < rest.Count && rest[cut.Count].Text == "," && comma > 0 && !cut.Slice(comma, cut.Count).Any(t => t.Is(PartOfSpeech.Conjunction)) && cut.Count - comma < 6;
    }

    /// <summary>"access to basic" before ", yet highly valuable": the noun is gone.</summary>
    private static bool EndsInMidPhrase(Phrase cut) => cut.Count > 1 && cut.Last.Is(PartOfSpeech.Adjective) && cut[cut.Count - 2].Tag is PartOfSpeech.Preposition or PartOfSpeech.Determiner or PartOfSpeech.To
        || cut.Count > 2 && cut.Last.Is(PartOfSpeech.Gerund) && cut[cut.Count - 2].Is(PartOfSpeech.Adjective) && cut[cut.Count - 3].Is(PartOfSpeech.Determiner)
        || cut.IndexOf(t => t.Lower == "so") is > 0 and var so && cut[so - 1].Lemma == "do"
        || cut.Count > 2 && cut.Slice(cut.Count - 2, cut.Count).Text is "as well" || cut.IndexOf(t => t.Lower == "those") is >= 0 and var those && those + 1 < cut.Count && cut[those + 1].Is(PartOfSpeech.Participle);

    /// <summary>"the idea that even if people change something": what holds then was cut off.</summary>
    private static bool LacksMain(Phrase cut)
    {
        var that = cut.IndexOf(t => t.Lower == "that");
        if (that < 0 || that + 2 >= cut.Count || !(Openers.Contains(cut[that + 1].Lower) || cut[that + 1].Lower == "as"))
        {
            return false;
        }
        var comma = cut.Slice(that, cut.Count).IndexOf(t => t.Text == ",");
        return comma < 0 || !cut.Slice(that + comma, cut.Count).Any(t => t.IsFinite);
    }

    /// <summary>A long stretch ends at its last comma or conjunction that leaves whole English.</summary>
    private static Phrase Shorten(Phrase cut, int finite, int fewest)
    {
        for (var i = cut.Count; cut.Count > MostWords && i > Math.Max(fewest, 6); i--)
        {
            if (i < cut.Count && i <= MostWords && (cut[i].Text == "," || cut[i].Is(PartOfSpeech.Conjunction) && cut[i - 1].Text != "," && cut[i - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Gerund) && !cut.Slice(i, cut.Count).Any(t => t.Text == ",")
                && !BadEnds.Contains(cut[i - 1].Lower) && IsWhole(cut.Slice(0, i), finite))
            {
                return cut.Slice(0, i);
            }
        }
        return cut;
    }

    private static string Unquote(string text) => text.StartsWith('“') || text.Count(c => c == '“') != text.Count(c => c == '”') ? text.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal) : text;

    /// <summary>Number of the last full verb before a place: "waves that pass … and is expressed" parts there.</summary>
    private static WordForm LastForm(Phrase rest, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (rest[i].IsFinite)
            {
                return rest[i].Form is WordForm.Present or WordForm.ThirdPerson && rest[i].Lemma is not ("can" or "may" or "will" or "might" or "could" or "should" or "must" or "would") ? rest[i].Form : WordForm.None;
            }
        }
        return WordForm.None;
    }

    private static Phrase TrimComma(Phrase phrase) => phrase.Count > 0 && phrase.Last.Text == "," ? phrase.Slice(0, phrase.Count - 1) : phrase;

    private static bool EndsAt(Phrase rest, int comma)
    {
        var next = rest[comma + 1];
        if (CutsAfterComma.Contains(next.Lower) || next.Tag is PartOfSpeech.Participle or PartOfSpeech.Adverb or PartOfSpeech.Subordinator)
        {
            return true;
        }
        if (next.IsFinite)
        {
            return rest.Slice(0, comma).Any(t => t.IsFinite); // ", is part of": the clause around an insertion goes on
        }
        if (next.Is(PartOfSpeech.Gerund))
        {
            return !rest.Slice(0, comma).Any(t => t.Is(PartOfSpeech.Gerund));
        }
        var at = next.Is(PartOfSpeech.Conjunction) ? comma + 2 : comma + 1;
        if (at >= rest.Count)
        {
            return true;
        }
        if (rest[at].Is(PartOfSpeech.Pronoun) || rest[at].Tag is PartOfSpeech.Subordinator or PartOfSpeech.Adverb && next.Is(PartOfSpeech.Conjunction))
        {
            return true;
        }
        // ", and X does …": a clause of its own; ", and X": the end of a row.
        var end = NounPhrases.EndOf(rest.Tokens, rest.From + at);
        while (end < rest.To && rest.Tokens[end].Tag is PartOfSpeech.Preposition && NounPhrases.EndOf(rest.Tokens, end + 1) is var e && e > end + 1)
        {
            end = e;
        }
        return end > rest.From + at && end < rest.To && (rest.Tokens[end].IsFinite || rest.Tokens[end].Is(PartOfSpeech.Adverb) && end + 1 < rest.To && rest.Tokens[end + 1].IsFinite);
    }

    /// <summary>Each finite verb has a word that introduces its clause, or shares one through a conjunction.</summary>
    private static bool IsWhole(Phrase cut, int finite)
    {
        var joined = false;
        var had = finite > 0;
        for (var i = 0; i < cut.Count; i++)
        {
            var token = cut[i];
            if (i > 0 && token.Is(PartOfSpeech.Pronoun) && token.Lower is "it" or "they" or "we" or "you" or "one" && cut[i - 1].IsNominal || i > 1 && cut[i - 1].Lower is "way" or "ways" && token.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Determiner)
            {
                finite++; // "the person you are": a relative clause without its "that"
            }
            else if (token.Tag is PartOfSpeech.Subordinator && token.Lower is not ("as" or "than") || token.Lower is "what" or "whom" or "whose" or "which" or "who")
            {
                finite++;
            }
            else if (token.Is(PartOfSpeech.Conjunction) || token.Text == ",")
            {
                joined = had;
            }
            else if (token.IsFinite)
            {
                if (finite == 0 && !joined)
                {
                    return false;
                }
                finite = Math.Max(0, finite - 1);
                (had, joined) = (true, false);
            }
        }
        return finite == 0 || !EndsInOpenClause(cut);
    }

    /// <summary>"recognizes that rural and low-tech products": the last clause never got its verb.</summary>
    private static bool EndsInOpenClause(Phrase cut)
    {
        for (var i = cut.Count - 1; i >= 0 && !cut[i].IsFinite; i--)
        {
            if (cut[i].Is(PartOfSpeech.Subordinator) && cut[i].Lower is "that" or "which" or "who" or "because" or "if" or "when")
            {
                return true;
            }
        }
        return false;
    }

    private static bool UnevenMarks(string text) => text.Count(c => c == '“') != text.Count(c => c == '”') || text.Count(c => c == '"') % 2 == 1 || text.StartsWith('”');

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:[Oo]ur|[Yy]our)\b")]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:[Ww]e|[Yy]ou|us)\b")]
    private static partial Regex They();
}
