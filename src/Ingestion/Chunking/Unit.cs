namespace Tutor.Chunking;

/// <summary>Pieces that must stay in one chunk.</summary>
internal sealed class Unit
{
    private readonly List<Piece> _pieces = [];

    public IReadOnlyList<Piece> Pieces => _pieces;
    public int Words { get; private set; }

    public void Add(Piece piece)
    {
        _pieces.Add(piece);
        Words += piece.Words;
    }

    /// <summary>Takes the last pieces out again, in order.</summary>
    public IReadOnlyList<Piece> TakeLast(int count)
    {
        var taken = _pieces[^count..];
        _pieces.RemoveRange(_pieces.Count - count, count);
        Words -= taken.Sum(p => p.Words);
        return taken;
    }
}
