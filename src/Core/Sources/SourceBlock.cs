namespace Tutor.Sources;

/// <summary>A parsed block as stored: what a source's text view and page view show.</summary>
public sealed class SourceBlock
{
    public Guid SourceId { get; init; }
    public int Ordinal { get; init; }

    /// <summary>Page or slide the block begins on.</summary>
    public int? Page { get; init; }
    public required Block Block { get; init; }
}
