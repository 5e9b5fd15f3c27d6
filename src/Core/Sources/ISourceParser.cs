namespace Tutor.Sources;

/// <summary>Reads one family of file formats into blocks.</summary>
public interface ISourceParser
{
    /// <summary>File name extensions with the dot, lower case: <c>.pdf</c>.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <param name="path">The file's bytes on disk; the path says nothing of the name.</param>
    /// <param name="name">The file's name as uploaded.</param>
    /// <param name="progress">Told the share that is read, 0 to 1.</param>
    /// <exception cref="SourceRefusedException">The file is encrypted, damaged, without text, or beyond a limit.</exception>
    Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct);
}
