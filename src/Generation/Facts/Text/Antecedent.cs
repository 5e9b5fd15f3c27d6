using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>What "it", "they", "this process" or "he" at the start of the next sentence can only stand for: the subject of the sentence before.</summary>
/// <param name="Subject">Its words.</param>
/// <param name="Said">The sentence that names it.</param>
/// <param name="Genus">Key of the noun a definition gave it ("process"); empty where there was none.</param>
/// <param name="IsPerson">A person's name.</param>
internal sealed record Antecedent(Phrase Subject, Evidence Said, string Genus, bool Plural, bool IsPerson, bool Direct = true)
{
    /// <summary>Nouns that take up any subject: "this approach".</summary>
    private static readonly FrozenSet<string> Shells = "process approach method technique theory perspective phenomenon concept system disorder condition practice strategy structure therapy model type form style effect stage test drug substance organ cell gland area region treatment procedure institution organization movement law policy".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"It is important that", "It seems": stands for nothing.</summary>
    private static readonly FrozenSet<string> Empty = "seem appear follow turn matter".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <returns>The sentence with its opening pronoun replaced; null where it opens with none, or with one that stands for something else.</returns>
    public IReadOnlyList<Token>? Resolve(IReadOnlyList<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Count - 1 && Standing.IsConnective(tokens, first))
        {
            first++;
        }
        if (tokens.Count - first < 5 || tokens[^1].Text == "?")
        {
            return null;
        }
        var skip = tokens[first].Lower switch
        {
            "it" when !Plural && !IsPerson => IsEmptySubject(tokens, first) ? 0 : 1,
            "they" when Plural => 1,
            "he" or "she" when IsPerson => 1,
            "this" or "such" when !IsPerson && !Plural => TakesUp(tokens, first + 1),
            "these" or "such" when !IsPerson && Plural => TakesUp(tokens, first + 1),
            _ => 0,
        };
        return skip == 0 ? null : [.. Subject.Each(), .. tokens.Skip(first + skip)];
    }

    /// <summary>What the next sentence may refer to.</summary>
    /// <param name="before">What this sentence itself referred to.</param>
    public static Antecedent? Of(SourceSentence sentence, Antecedent? before, TermRules terms)
    {
        if (sentence.Clauses.Count == 0 || sentence.Sentence.Text.EndsWith('?') || !(sentence.StandsAlone || sentence.Names is not null))
        {
            return null;
        }
        var clause = sentence.Clauses[0];
        if (sentence.Names is not null)
        {
            return before! with { Direct = false, Genus = GenusOf(clause, terms) is { Length: > 0 } genus ? genus : before.Genus };
        }
        var subject = clause.Subject;
        if (subject.Count is >= 2 and <= 4 && subject.Each().All(t => t.Is(PartOfSpeech.ProperNoun)))
        {
            return new Antecedent(subject, sentence.Evidence, "", false, IsPerson: true);
        }
        return terms.Read(subject) is { } term ? new Antecedent(subject, sentence.Evidence, GenusOf(clause, terms), term.Plural, IsPerson: false) : null;
    }

    private static string GenusOf(Clause clause, TermRules terms)
    {
        var head = clause.Copular && clause.Rest.Count > 0 ? NounPhrases.EndOf(clause.Tokens, clause.Rest.From) - 1 : -1;
        return head >= clause.Rest.From ? terms.Keys.Word(clause.Tokens[head].Lower) : "";
    }

    private static bool IsEmptySubject(IReadOnlyList<Token> tokens, int it) => Empty.Contains(tokens[it + 1].Lemma)
        || tokens[it + 1].Lemma == "be" && tokens.Skip(it + 2).Take(4).Any(t => t.Is(PartOfSpeech.Adjective)) && tokens.Skip(it + 3).Take(5).Any(t => t.Lower is "that" or "to" or "whether" or "how" or "for" or "why" or "who")
        || tokens[it + 1].Lemma == "take" || tokens.Skip(it + 1).Take(4).Any(t => t.Lower is "when" or "because") || tokens.Skip(it + 2).Take(3).Any(t => t.Lemma is "think" or "believe" or "know" or "say" or "find" or "note" or "estimate");

    /// <summary>Words to skip for "this process": the noun must be the subject's own, its genus, or one that takes up anything.</summary>
    private int TakesUp(IReadOnlyList<Token> tokens, int noun)
    {
        if (!tokens[noun].IsNominal || noun + 1 >= tokens.Count || !(tokens[noun + 1].IsFinite || tokens[noun + 1].Is(PartOfSpeech.Adverb)))
        {
            return 0;
        }
        var (lower, plural) = (tokens[noun].Lower, tokens[noun].Form == WordForm.Plural);
        var own = Subject.Last.Lower == lower || Subject.Last.Lemma == tokens[noun].Lemma || Genus.Length > 0 && Genus == tokens[noun].Lemma;
        return plural == Plural && (own || Direct && Shells.Contains(tokens[noun].Lemma)) ? 2 : 0;
    }
}
