using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>A noun phrase fit to be a term.</summary>
/// <param name="Text">As printed inside a sentence.</param>
/// <param name="Article">"the", "a", "an" or empty.</param>
internal sealed record TermPhrase(string Text, string Key, bool Plural, string Article)
{
    public int Words { get; } = Text.Count(c => c == ' ') + 1;
}

/// <summary>Which noun phrases can be taught: no pronouns, possessives, evaluations, or words that mean nothing by themselves.</summary>
internal sealed class TermRules(TermKeys keys, Casing casing)
{
    private const int MostWords = 6;

    public TermKeys Keys => keys;

    private static readonly FrozenSet<string> GenericHeads = Set("""
        reason way study person people thing example part type kind form fact idea case result time year day point question answer problem issue area field aspect
        number amount lot variety range group individual man woman child kid student participant researcher author scholar scientist psychologist sociologist teacher parent others
        difference similarity goal purpose aim focus step stage approach method view something anything member one two three four five other word term name concept
        section chapter module book text figure table video article website page course lesson unit topic subject discussion topic statement list bit piece set series
        situation circumstance condition factor effect cause change advantage disadvantage benefit strength weakness explanation evidence finding finding experiment
        explanation information knowledge rest majority minority half third quarter percent percentage degree extent level rate success failure event experience
        place world country state city society today life everyone someone process system function role task work job use user need
        reverse opposite addition contrast comparison conclusion
        characteristic trait feature component element principle theory model research feeling thought behavior behaviour activity action response consequence outcome
        """);

    private static readonly FrozenSet<string> Broad = Set("theory experiment research culture society country city state system group behavior behaviour emotion feeling activity experience process value role norm task need trait model principle explanation knowledge event finding participant advantage community field response consequence statistic method network family variable information population function survey study");

    /// <summary>Groups of people who do something in a text; what they do is no property to teach.</summary>
    private static readonly FrozenSet<string> People = Set("person people man woman child kid student participant researcher author scholar scientist psychologist sociologist teacher parent individual others respondent subject member employee worker american expert question");

    private static readonly FrozenSet<string> Evaluations = Set("important key main major good better best bad worse worst big great certain common other another same different various several many few such own first second third fourth last next final new old previous following recent modern current early late similar additional particular specific typical interesting famous popular more most less least only real true simple basic critical crucial significant powerful useful likely possible respective entire whole total overall");

    private static readonly FrozenSet<string> Owned = Set("my your his her its our their whose this that these those some any no each every either neither both all another such what which one many much several few most more");

    /// <param name="lenient">The pattern itself says that this is a term: phrases with "of" and bare names will do.</param>
    /// <param name="broad">The sentence defines it: "A theory is a set of …" teaches a word that elsewhere means nothing by itself.</param>
    /// <returns>Null where the phrase is no term.</returns>
    public TermPhrase? Read(Phrase phrase, bool lenient = false, bool broad = false)
    {
        var article = "";
        var from = 0;
        while (from < phrase.Count && phrase[from].Tag is PartOfSpeech.Determiner)
        {
            if (Owned.Contains(phrase[from].Lower))
            {
                return null;
            }
            article = phrase[from].Lower;
            from++;
        }
        var term = Trim(phrase.Slice(from, phrase.Count));
        // "a person’s metabolic rate" is about metabolic rate.
        if (term.IndexOf(t => t.Is(PartOfSpeech.Possessive)) is > 0 and var owner && term[owner - 1].Is(PartOfSpeech.Noun) && owner + 1 < term.Count)
        {
            (article, term) = ("", Trim(term.Slice(owner + 1, term.Count)));
        }
        if (term.IsEmpty || term.Count > MostWords || term.Any(IsForeign) || IsBareName(term) && !lenient)
        {
            return null;
        }
        // "degree of freedom": the head stands before the preposition.
        var of = term.IndexOf(t => t.Tag is PartOfSpeech.Preposition or PartOfSpeech.To);
        if (of == 0)
        {
            return null;
        }
        var head = of < 0 ? term.Last : term[of - 1];
        if (term.Count > 1 && term.First.Lower is "term" or "word" or "concept" or "idea" or "phrase" || !(head.IsNominal || head.Is(PartOfSpeech.Gerund)) || Evaluations.Contains(term.First.Lower) || term.Any(t => t.Is(PartOfSpeech.Number) && !char.IsDigit(t.Text[0])) || Evaluations.Contains(head.Lower) || term.First.Is(PartOfSpeech.Adjective) && term.First.Lower.EndsWith("er", StringComparison.Ordinal) && term.First.Lemma != term.First.Lower || !lenient && !broad && People.Contains(keys.Word(head.Lower)))
        {
            return null;
        }
        if (of >= 0 && !lenient && (term[of].Lower is not ("of" or "in" or "for" or "to") || term.Count > 4 + (article.Length > 0 ? 1 : 0)))
        {
            return null;
        }
        if (GenericHeads.Contains(keys.Word(head.Lower)) && !(broad && of < 0 && article is "" or "a" or "an" && Broad.Contains(keys.Word(head.Lower))) && (of >= 0 && head.Lower is not ("theory" or "principle" or "law" or "model" or "effect" or "stage" or "stages" or "process") || term.Count == 1 || !lenient && term.Count == 2 && IsLoose(term.First)))
        {
            return null;
        }
        var text = casing.Term(term.Text, opening: term.From <= 1 || term.First.Text == "“");
        text = text.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Trim();
        return text.Length < 3 ? null : new TermPhrase(text, keys.Of(text), IsPlural(head), article);
    }

    private bool IsPlural(Token head) => head.Form == WordForm.Plural || head.Is(PartOfSpeech.ProperNoun) && head.Lower.EndsWith('s') && keys.Word(head.Lower) != head.Lower;

    /// <summary>"new method", "third stage": the modifier says nothing that names.</summary>
    private static bool IsLoose(Token modifier) => modifier.Tag is PartOfSpeech.Number or PartOfSpeech.Participle || modifier.Lower == "single" || Evaluations.Contains(modifier.Lower);

    private static bool IsForeign(Token token) => token.Tag is PartOfSpeech.Pronoun or PartOfSpeech.Auxiliary or PartOfSpeech.Subordinator or PartOfSpeech.Verb
        || token.Tag is PartOfSpeech.Determiner && token.Lower is not ("the" or "a" or "an") || token.Text is ";" or ":" or "—" or "–" or "/" or "?" or "…" || token.Tag is PartOfSpeech.Conjunction
        || token.Text == "," || token.Is(PartOfSpeech.Possessive) && token.Start < 0;

    /// <summary>People and places are not what is taught; a name with a common noun ("Stroop effect") is.</summary>
    private static bool IsBareName(Phrase term) => term.Each().All(t => t.Is(PartOfSpeech.ProperNoun) || t.Is(PartOfSpeech.Preposition) || t.Is(PartOfSpeech.Determiner)) && !term.Each().Any(t => t.Text.Length > 1 && t.Text.All(char.IsUpper));

    private static Phrase Trim(Phrase phrase)
    {
        int from = 0, to = phrase.Count;
        while (from < to && (phrase[from].Tag is PartOfSpeech.Adverb or PartOfSpeech.Punctuation or PartOfSpeech.Possessive or PartOfSpeech.Determiner))
        {
            from++;
        }
        while (to > from && phrase[to - 1].Tag is PartOfSpeech.Punctuation or PartOfSpeech.Possessive)
        {
            to--;
        }
        return phrase.Slice(from, to);
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);
}
