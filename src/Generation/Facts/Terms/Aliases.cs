using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Two names of one thing: "X, also known as Y", and acronyms in brackets behind their long form.</summary>
internal static class Aliases
{
    public static void Find(CourseText course, PatternContext context, TermFinder terms)
    {
        foreach (var sentence in course.Sentences)
        {
            Acronyms(sentence, context, terms);
            AlsoKnown(sentence, context, terms);
        }
    }

    private static void Acronyms(SourceSentence sentence, PatternContext context, TermFinder terms)
    {
        var tokens = sentence.Sentence.Tokens;
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Text != "(" || tokens[i + 2].Text != ")" || !IsAcronym(tokens[i + 1].Text))
            {
                continue;
            }
            var letters = tokens[i + 1].Text.TrimEnd('s').Where(char.IsLetter).ToArray();
            var start = NounPhrases.StartOf(tokens, i);
            start = Math.Max(start, i - letters.Length);
            if (start < i && char.ToUpperInvariant(tokens[start].Text[0]) == letters[0] && context.Terms.Read(new Phrase(tokens, start, i), lenient: true) is { } term)
            {
                Join(terms, term, new TermPhrase(tokens[i + 1].Text, context.Keys.Of(tokens[i + 1].Text), false, ""));
            }
        }
    }

    private static bool IsAcronym(string text) => text.Length is >= 2 and <= 7 && text.Count(char.IsUpper) >= 2 && text.All(c => char.IsLetterOrDigit(c) || c == '-');

    private static void AlsoKnown(SourceSentence sentence, PatternContext context, TermFinder terms)
    {
        var tokens = sentence.Tokens;
        for (var i = 2; i + 3 < tokens.Count; i++)
        {
            if (tokens[i].Lower is not ("also" or "sometimes" or "often" or "otherwise" or "commonly") || tokens[i + 1].Lower is not ("called" or "known" or "referred" or "termed"))
            {
                continue;
            }
            var comma = i - 1 > 0 && tokens[i - 1].Text == "," ? i - 1 : i;
            var start = NounPhrases.StartOf(tokens, comma);
            var name = i + 2;
            while (name < tokens.Count && tokens[name].Lower is "as" or "to" or "the" or "a" or "an")
            {
                name++;
            }
            var end = name < tokens.Count ? NounPhrases.EndOf(tokens, name) : name;
            if (start < comma && end > name && context.Terms.Read(new Phrase(tokens, start, comma), lenient: true) is { } one && context.Terms.Read(new Phrase(tokens, name, end), lenient: true) is { } two)
            {
                Join(terms, one, two);
            }
        }
    }

    private static void Join(TermFinder terms, TermPhrase one, TermPhrase two)
    {
        if (one.Key != two.Key)
        {
            terms.Add(one).Aliases.Add(two.Key);
            terms.Add(two).Aliases.Add(one.Key);
        }
    }
}
