using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Subtitles;

/// <summary>Transcripts with times, WebVTT and SubRip: cues joined to paragraphs in which every cue is a line with its seconds.</summary>
public sealed class SubtitleParser : ISourceParser
{
    public IReadOnlyCollection<string> Extensions { get; } = [".vtt", ".srt"];

    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        var file = await TextFile.ReadAsync(path, ct);
        var blocks = new Blocks(new TextCleaner());
        blocks.Note(file.Note);
        var track = CueReader.Read(blocks.Cleaner.Clean(file.Text));
        if (track.Cues.Count == 0) throw new SourceRefusedException(NoCues);
        CueParagraphs.Add(RollingCaptions.Settle(track.Cues), blocks);
        progress?.Report(1);
        return blocks.ToSource(title: track.Title);
    }

    private static Failure NoCues { get; } = new("no-text", "No captions with times were found in the file.",
        "Check that it is a WebVTT or SubRip file; a transcript without times can be uploaded as .txt.");
}
