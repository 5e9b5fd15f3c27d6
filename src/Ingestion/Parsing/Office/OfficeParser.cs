using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tutor.Data;
using Tutor.Parsing.Jail;
using Tutor.Sources;

namespace Tutor.Parsing.Office;

/// <summary>Word documents.</summary>
public sealed class DocxParser(ReaderJail jail, ILogger<DocxParser> logger) : OfficeParser(jail, logger, "docx");

/// <summary>PowerPoint decks; a slide is a page.</summary>
public sealed class PptxParser(ReaderJail jail, ILogger<PptxParser> logger) : OfficeParser(jail, logger, "pptx");

/// <summary>Has an Office file read by this program in a jail, since one file can take the reader any amount of memory and time.</summary>
public abstract class OfficeParser(ReaderJail jail, ILogger logger, string kind) : ISourceParser
{
    public IReadOnlyCollection<string> Extensions { get; } = ["." + kind];

    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        if (UploadCheck.Check(path, "file." + kind) is { } failure) throw new SourceRefusedException(failure);
        var blocks = new List<Block>();
        OfficeLine? last = null;
        var result = await jail.RunAsync(OfficeProgram.Reading(path, kind), async (output, token) => last = await ReadAsync(output, blocks, token), ct);
        progress?.Report(1);
        if (last?.Refused is { } refused)
        {
            logger.LogInformation("A .{Kind} file is refused as {Code}: {Errors}", kind, refused.Code, result.Errors);
            throw new SourceRefusedException(refused);
        }
        if (result.Succeeded && last?.End is { } end) return end with { Blocks = blocks };
        logger.LogWarning("Reading a .{Kind} file ended with {Outcome}, exit code {Code}: {Errors}", kind, result.Outcome, result.ExitCode, result.Errors);
        throw new SourceRefusedException(FileFailures.TookTooLong);
    }

    private static async Task<OfficeLine?> ReadAsync(Stream output, List<Block> blocks, CancellationToken ct)
    {
        using var reader = new StreamReader(output);
        OfficeLine? last = null;
        long characters = 0;
        while (await reader.ReadLineAsync(ct) is { } json)
        {
            OfficeLine? line;
            try
            {
                line = JsonSerializer.Deserialize<OfficeLine>(json, JsonColumn.Options);
            }
            catch (JsonException)
            {
                return null; // cut off with the reader; its outcome says why
            }
            last = line;
            if (line?.Block is not { } block) continue;
            if ((characters += block.Text.Length) > Blocks.MostCharacters) throw new SourceRefusedException(FileFailures.TooMuchText);
            blocks.Add(block);
        }
        return last;
    }
}
