namespace Tutor.Chunking;

/// <summary>A block's text from <paramref name="Start"/> up to <paramref name="End"/>: the whole of it, or part of a long one.</summary>
/// <param name="Block">The block's ordinal in its source.</param>
internal readonly record struct Piece(int Block, int Start, int End, int Words);
