namespace Tutor.Language;

/// <summary>Leaves out what stands in brackets: references, abbreviations, asides. What is left reads on as a sentence.</summary>
public static class PlainTokens
{
    public static IReadOnlyList<Token> Of(IReadOnlyList<Token> tokens)
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
