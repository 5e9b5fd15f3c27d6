namespace Tutor.Parsing.Pdf;

/// <summary>How many characters of text a document may still have.</summary>
internal sealed class CharacterBudget(long characters)
{
    private long _left = characters;

    public bool Exceeded => Interlocked.Read(ref _left) < 0;

    /// <summary>Set where a character came by that nobody sees.</summary>
    public bool SawInvisible { get; set; }

    public bool Take(int characters) => Interlocked.Add(ref _left, -characters) >= 0;
}
