namespace Tutor.Language;

/// <summary>Leaves out what stands in brackets: references, abbreviations, asides; and a row between dashes ("any agent—biological or chemical—that …"). What is left reads on as a sentence.</summary>
public static class PlainTokens
{
    private const int MostBetweenDashes = 10;

    public static IReadOnlyList<Token> Of(IReadOnlyList<Token> tokens) => WithoutRows(WithoutBrackets(tokens));

    private static IReadOnlyList<Token> WithoutRows(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i + 3 < tokens.Count; i++)
        {
            if (tokens[i].Text != "—" || !(tokens[i + 1].Tag is PartOfSpeech.Adjective || tokens[i + 1].Lower is "including" or "such" or "like" or "for"))
            {
                continue;
            }
            for (var end = i + 2; end + 1 < tokens.Count && end - i <= MostBetweenDashes && !tokens[end].IsFinite; end++)
            {
                if (tokens[end].Text == "—")
                {
                    return [.. tokens.Take(i), .. tokens.Skip(end + 1)];
                }
            }
        }
        return tokens;
    }

    private static IReadOnlyList<Token> WithoutBrackets(IReadOnlyList<Token> tokens)
    {
        if (!tokens.Any(t => t.Text is "(" or "["))
        {
            return tokens;
        }
        var plain = new List<Token>(tokens.Count);
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token.Text is "(" or "[")
            {
                depth++;
            }
            else if (token.Text is ")" or "]" && depth > 0)
            {
                depth--;
            }
            else if (depth == 0)
            {
                plain.Add(token);
            }
        }
        // A bracket that is never closed is no bracket.
        return depth == 0 ? plain : [.. tokens.Where(t => t.Text is not ("(" or "[" or ")" or "]"))];
    }
}
