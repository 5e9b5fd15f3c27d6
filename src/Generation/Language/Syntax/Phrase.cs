using System.Text;

namespace Tutor.Language;

/// <summary>A run of a sentence's tokens.</summary>
/// <param name="Tokens">All tokens of the sentence, brackets left out (<see cref="PlainTokens"/>).</param>
/// <param name="From">First token.</param>
/// <param name="To">One past the last.</param>
public readonly record struct Phrase(IReadOnlyList<Token> Tokens, int From, int To)
{
    public int Count => To - From;

    public bool IsEmpty => To <= From;

    public Token First => Tokens[From];

    public Token Last => Tokens[To - 1];

    public Token this[int index] => Tokens[From + index];

    public Phrase Slice(int from, int to) => new(Tokens, From + from, From + to);

    public IEnumerable<Token> Each()
    {
        for (var i = From; i < To; i++)
        {
            yield return Tokens[i];
        }
    }

    public int IndexOf(Func<Token, bool> test)
    {
        for (var i = From; i < To; i++)
        {
            if (test(Tokens[i]))
            {
                return i - From;
            }
        }
        return -1;
    }

    public bool Any(Func<Token, bool> test) => IndexOf(test) >= 0;

    /// <summary>The words as they stand, with one space where the text has any white space or a bracket was left out.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            for (var i = From; i < To; i++)
            {
                var gap = i > From && Tokens[i].Start > Tokens[i - 1].End;
                if (gap && !(Tokens[i].Text is "," or "." or ";" or ":" or "?" or "!" or "’" or "”"))
                {
                    text.Append(' ');
                }
                text.Append(Tokens[i].Text);
            }
            return text.ToString();
        }
    }

    public override string ToString() => Text;
}
