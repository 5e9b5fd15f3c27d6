using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Names that follow what they name: "a layer of fat called myelin", "a process called osmosis, in which …", "X, in which …", "This is known as X."</summary>
internal static class CalledPatterns
{
    public static IEnumerable<Found> Find(SourceSentence sentence, PatternContext context)
    {
        var tokens = sentence.Tokens;
        for (var i = 2; i + 1 < tokens.Count; i++)
        {
            if (NameAfter(tokens, i) is { } name && Called(tokens, i, name, context) is { } called)
            {
                yield return called;
            }
            if (tokens[i].Text == "," && InWhich(tokens, i, context) is { } inside)
            {
                yield return inside;
            }
        }
        foreach (var introduced in sentence.Clauses.Select(c => Introduced(c, context)).OfType<Found>())
        {
            yield return introduced;
        }
    }

    /// <summary>"People who … . This is known as X.": what happens in X was said just before.</summary>
    public static Found? FindAcross(SourceSentence before, SourceSentence sentence, PatternContext context)
    {
        var tokens = sentence.Tokens;
        if (before.Clauses.Count == 0 || !before.StandsAlone || before.InExample || tokens.Count is < 4 or > 16 || tokens[0].Lower is not ("this" or "that") || !tokens[1].Is(PartOfSpeech.Auxiliary))
        {
            return null;
        }
        var verb = 1;
        while (verb < tokens.Count && !tokens[verb].Is(PartOfSpeech.Participle) && verb < 5)
        {
            verb++;
        }
        var clause = before.Clauses[0];
        var whole = new Phrase(clause.Tokens, clause.Subject.From, clause.Rest.To);
        if (!clause.PresentTense || verb >= 5 || NameAfter(tokens, verb) is not { } name || context.Terms.Read(name, lenient: true) is not { } term || whole.Any(t => t.Is(PartOfSpeech.ProperNoun)) || whole.Any(t => t.Lower is "them" or "other") || Predicate.Text(whole, finite: 1, fewest: 6) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Property, term, Spelling.Small(text, context.Casing.IsName), "in-term", 0.75) { Verb = "in" };
    }

    /// <summary>The noun phrase behind "called", "known as", "referred to as".</summary>
    private static Phrase? NameAfter(IReadOnlyList<Token> tokens, int verb)
    {
        var skip = (tokens[verb].Lower, verb + 1 < tokens.Count ? tokens[verb + 1].Lower : "") switch
        {
            ("called" or "termed" or "named" or "labeled" or "labelled" or "dubbed", _) => 1,
            ("known", "as") => 2,
            ("referred", "to") when verb + 2 < tokens.Count && tokens[verb + 2].Lower == "as" => 3,
            _ => 0,
        };
        var from = verb + skip;
        while (skip > 0 && from < tokens.Count && tokens[from].Lower is "a" or "an" or "the")
        {
            from++;
        }
        var end = skip == 0 || from >= tokens.Count ? from : NounPhrases.EndOf(tokens, from);
        // "a woman named Kitty Genovese": a person is no term.
        return skip == 0 || end <= from || tokens[verb].Lower == "named" && tokens[end - 1].Is(PartOfSpeech.ProperNoun) ? null : new Phrase(tokens, from, end);
    }

    /// <summary>"a layer of fat called myelin", "a process called osmosis, in which …": what stands before the name and behind it.</summary>
    private static Found? Called(IReadOnlyList<Token> tokens, int verb, Phrase name, PatternContext context)
    {
        var end = tokens[verb - 1].Text == "," ? verb - 1 : verb;
        if (end < 2 || !(tokens[end - 1].IsNominal || tokens[end - 1].Is(PartOfSpeech.Gerund)) || context.Terms.Read(name, lenient: true) is not { } term)
        {
            return null;
        }
        var start = NounPhrases.StartOf(tokens, end);
        var head = start;
        while (start > 2 && tokens[start - 1].Tag is PartOfSpeech.Preposition && tokens[start - 2].IsNominal && NounPhrases.StartOf(tokens, start - 1) is var further && further < start - 1)
        {
            start = further;
        }
        var genus = new Phrase(tokens, start, end);
        var plural = tokens[Math.Max(start, NounPhrases.EndOf(tokens, start) - 1)].Form == WordForm.Plural;
        if (genus.Count < 2 || DefinitionPatterns.IsEmpty(genus) || IsLoose(tokens, start) || genus.First.Lower is not ("a" or "an" or "the") && !(genus.First.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective && plural && (start == 0 || tokens[start - 1].Tag is not PartOfSpeech.Determiner)))
        {
            return null;
        }
        var relative = Relative(tokens, name.To);
        var first = Predicate.Text(genus, fewest: 2);
        var second = relative is { } r ? Predicate.Text(r, fewest: 3) : null;
        if (first is null || relative is not null && second is null || relative is null && (start == head || genus.Count < 4 || plural != term.Plural))
        {
            return null;
        }
        var text = second is null ? first : $"{first} {second}";
        return new Found(FactKind.Definition, term, text, "called", relative is null ? 0.7 : 0.8) { Verb = plural ? "are" : "is", Plural = plural && term.Plural };
    }

    /// <summary>"a type of neuron called X" says too little.</summary>
    private static bool IsLoose(IReadOnlyList<Token> tokens, int start) => tokens[Math.Max(start, NounPhrases.EndOf(tokens, start) - 1)].Lemma is "type" or "kind" or "form" or "sort" or "variety" or "pair" or "group" or "series";

    /// <summary>The relative clause that begins here, with or without its comma.</summary>
    private static Phrase? Relative(IReadOnlyList<Token> tokens, int at)
    {
        var from = at < tokens.Count && tokens[at].Text == "," ? at + 1 : at;
        var to = tokens[^1].Text == "." ? tokens.Count - 1 : tokens.Count;
        if (from + 3 >= to)
        {
            return null;
        }
        var opens = from == at && tokens[from].Lower is "that" or "who" || tokens[from].Lower is "where" or "whereby" or "wherein" || tokens[from + 1].Lower is "which" or "whom" && tokens[from].Is(PartOfSpeech.Preposition);
        return opens ? new Phrase(tokens, from, to) : null;
    }

    /// <summary>"diffusion of responsibility, in which …".</summary>
    private static Found? InWhich(IReadOnlyList<Token> tokens, int comma, PatternContext context)
    {
        var open = tokens[comma + 1].Lower is "whereby" or "wherein" ? 2 : comma + 2 < tokens.Count && tokens[comma + 1].Lower == "in" && tokens[comma + 2].Lower == "which" ? 3 : 0;
        var start = NounPhrases.StartOf(tokens, comma);
        if (open == 0 || start >= comma || !tokens[comma - 1].IsNominal || tokens[start].Is(PartOfSpeech.Gerund) || start > 0 && tokens[start - 1].Lower is "of" || context.Terms.Read(new Phrase(tokens, start, comma)) is not { } term)
        {
            return null;
        }
        var clause = new Phrase(tokens, comma + open, tokens[^1].Text == "." ? tokens.Count - 1 : tokens.Count);
        return clause.Count > 4 && ClauseReader.Read([.. clause.Each()]) is { PresentTense: true } && Predicate.Text(clause, finite: 1, fewest: 5) is { } text ? new Found(FactKind.Property, term, text, "in-term", 0.7) { Verb = "in" } : null;
    }

    /// <summary>"A related process is demedicalization, in which …", "One technique is counterconditioning: a client …": the subject gives the genus.</summary>
    private static Found? Introduced(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        if (!clause.Copular || !clause.PresentTense || clause.PluralVerb || rest.Count < 6 || clause.Subject.First.Lower is not ("one" or "another" or "a" or "an" or "the") || rest.First.Is(PartOfSpeech.Determiner) && rest.First.Lower != "the")
        {
            return null;
        }
        var end = NounPhrases.EndOf(rest.Tokens, rest.From) - rest.From;
        if (end < 1 || end + 3 >= rest.Count || rest[end].Text is not ("," or ":") || context.Terms.Read(rest.Slice(0, end), lenient: true) is not { } term)
        {
            return null;
        }
        var colon = rest[end].Text == ":";
        var genus = clause.SubjectHead.Lower;
        var said = colon ? rest.Slice(end + 1, rest.Count) : Relative(rest.Tokens, rest.From + end) is { } relative ? relative : default;
        if (said.Tokens is null || said.IsEmpty || clause.SubjectHead.Form == WordForm.Plural || colon && (said.First.Text is not ("a" or "an" or "the" or "people") || ClauseReader.Read([.. said.Each()]) is not { PresentTense: true, Subject.Count: < 4 }))
        {
            return null;
        }
        // Nouns that name no kind: "one way is", "a problem is".
        if (DefinitionPatterns.IsEmpty(new Phrase(clause.Tokens, clause.Head, clause.Head + 1)) || genus is "study" or "researcher" or "psychologist" or "man" or "woman" || Predicate.Text(said, finite: colon ? 1 : 0, fewest: 5) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, term, $"{Spelling.Indefinite(genus)} {genus}{(colon ? " in which" : "")} {text}", "introduced", 0.75) { Verb = "is" };
    }
}
