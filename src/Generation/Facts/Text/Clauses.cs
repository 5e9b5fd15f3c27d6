using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Finds the clauses of a sentence that state something by themselves.</summary>
internal static class Clauses
{
    /// <returns>The main clause; what follows a semicolon; ", and X does …"; the clause of "Although X does …,"; a second verb of the same subject; ", which does …".</returns>
    public static List<Clause> Of(IReadOnlyList<Token> tokens)
    {
        var clauses = new List<Clause>();
        var from = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && tokens[i].Text != ";")
            {
                continue;
            }
            IReadOnlyList<Token> part = from == 0 && i == tokens.Count ? tokens : [.. tokens.Skip(from).Take(i - from)];
            if ((from == 0 || Standing.CanFollow(part)) && ClauseReader.Read(part) is { } clause)
            {
                clauses.Add(clause);
                clauses.AddRange(Conceded(clause));
                clauses.AddRange(Joined(clause));
            }
            from = i + 1;
        }
        clauses.AddRange(Relative(tokens));
        return clauses;
    }

    /// <summary>"Although X does …, Y …" states both.</summary>
    private static IEnumerable<Clause> Conceded(Clause main)
    {
        if (main.Lead.Count > 4 && main.Lead.First.Lower is "although" or "though" or "whereas" or "while" && Read([.. main.Lead.Slice(1, main.Lead.Count).Each()]) is { } clause)
        {
            yield return clause;
        }
    }

    private static IEnumerable<Clause> Joined(Clause main)
    {
        if (main.Lead.Count > 2)
        {
            yield break; // what holds under a condition, or "in this case", holds for all that follows
        }
        var rest = main.Rest;
        for (var (i, open) = (0, false); i + 3 < rest.Count; i++)
        {
            open |= Opens(rest[i]);
            if (i > 1 && rest[i].Text == "," && (rest[i + 1].Is(PartOfSpeech.Conjunction) && !open || rest[i + 1].Lower is "whereas" or "while" or "but")
                && Read([.. rest.Slice(i + 2, rest.Count).Each()]) is { Lead.IsEmpty: true } clause)
            {
                yield return clause;
            }
        }
        if (SecondVerb(main) is { } second)
        {
            yield return second;
        }
    }

    private static bool Opens(Token token) => token.Tag is PartOfSpeech.Subordinator || token.Lower is "who" or "that" or "which" or "what" or "when" or "if" or "because";

    /// <summary>"dendrites, which receive signals": states as much of its noun as a clause of its own.</summary>
    private static IEnumerable<Clause> Relative(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i + 4 < tokens.Count; i++)
        {
            if (tokens[i].Text != "," || tokens[i + 1].Lower != "which")
            {
                continue;
            }
            var start = NounPhrases.StartOf(tokens, i);
            // "involves using agonists, which …": the -ing form is a verb there.
            start += start > 0 && start < i - 1 && tokens[start].Is(PartOfSpeech.Gerund) && tokens[start - 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.Preposition ? 1 : 0;
            if (start >= i || start > 0 && tokens[start - 1].Tag is PartOfSpeech.Preposition or PartOfSpeech.Conjunction or PartOfSpeech.To)
            {
                continue;
            }
            var (end, verbs) = (EndOf(tokens, i + 2), ClauseReader.VerbsAt(tokens, i + 2, tokens.Count));
            if (!verbs.IsEmpty && verbs.To < end && tokens[i - 1].IsNominal && (tokens[i - 1].Form == WordForm.Plural) == (verbs.Each().First(t => !t.Is(PartOfSpeech.Adverb)).Form == WordForm.Present))
            {
                yield return new Clause(new Phrase(tokens, start, start), new Phrase(tokens, start, i), new Phrase(tokens, i, i), verbs, new Phrase(tokens, verbs.To, end), i - 1, verbs.To - 1);
            }
        }
    }

    private static int EndOf(IReadOnlyList<Token> tokens, int from)
    {
        while (from < tokens.Count && tokens[from].Text is not (";" or "." or ":" or "—") && !(tokens[from].Text == "," && from + 1 < tokens.Count && tokens[from + 1].IsFinite))
        {
            from++;
        }
        return from;
    }

    private static Clause? Read(IReadOnlyList<Token> part) => part.Count > 4 && part[0].Lower is not ("so" or "neither" or "nor" or "then" or "if" or "when") && Standing.CanFollow(part) ? ClauseReader.Read(part) : null;

    /// <summary>"X does … and does …": the second verb with the same subject, where nothing between opens a clause it could belong to.</summary>
    private static Clause? SecondVerb(Clause main)
    {
        var (rest, form) = (main.Rest, main.Verbs.Each().First(t => !t.Is(PartOfSpeech.Adverb)).Form);
        for (var i = 0; i + 3 < rest.Count; i++)
        {
            if (Opens(rest[i]) || rest[i].Text is "—" or ":" || rest[i].Text == "," && !rest[i + 1].Is(PartOfSpeech.Conjunction))
            {
                return null;
            }
            if (i > 0 && rest[i].Is(PartOfSpeech.Conjunction) && rest[i].Lower is "and" or "but" && ClauseReader.VerbsAt(rest.Tokens, rest.From + i + 1, rest.To) is { IsEmpty: false } verbs)
            {
                var finite = verbs.Each().First(t => !t.Is(PartOfSpeech.Adverb));
                return finite.Form == form && finite.IsFinite
                    ? main with { Lead = new Phrase(rest.Tokens, main.Subject.From, main.Subject.From), Insertion = new Phrase(rest.Tokens, verbs.From, verbs.From), Verbs = verbs, Rest = new Phrase(rest.Tokens, verbs.To, rest.To), Main = verbs.To - 1 } : null;
            }
        }
        return null;
    }
}
