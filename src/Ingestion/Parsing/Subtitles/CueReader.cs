using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Tutor.Parsing.Subtitles;

/// <summary>
/// Reads WebVTT and SubRip alike and whatever lies between them: no header, commas or points in times, numbers or none, text after an empty line.
/// </summary>
internal static partial class CueReader
{
    public static (List<Cue> Cues, string? Title) Read(string text)
    {
        var lines = text.Split('\n');
        var cues = new List<Cue>();
        string? title = null;
        for (var i = 0; i < lines.Length;)
        {
            if (Timing().Match(lines[i]) is { Success: true } timing) cues.Add(ReadCue(lines, ref i, timing));
            else if (i == 0 && lines[0].StartsWith("WEBVTT", StringComparison.Ordinal))
            {
                title = lines[0]["WEBVTT".Length..].Trim(' ', '\t', '-', ':') is { Length: > 0 } said ? said : null;
                SkipBlock(lines, ref i);
            }
            else if (Aside().IsMatch(lines[i])) SkipBlock(lines, ref i);
            else
            {
                // A cue's number or name stands right above its times; any other line belongs to the cue above, cut off by an empty line.
                if (!IsTiming(lines, i + 1) && Plain(lines[i]) is { Length: > 0 } rest && cues.Count > 0 && !int.TryParse(rest, out _))
                    cues[^1] = cues[^1] with { Lines = [.. cues[^1].Lines, rest] };
                i++;
            }
        }
        return (cues, title);
    }

    private static Cue ReadCue(string[] lines, ref int i, Match timing)
    {
        double from = Seconds(timing.Groups["from"].Value), to = Math.Max(from, Seconds(timing.Groups["to"].Value));
        var text = new List<string>();
        string? speaker = null;
        for (i++; i < lines.Length && !string.IsNullOrWhiteSpace(lines[i]) && !IsTiming(lines, i); i++)
        {
            if (IsTiming(lines, i + 1) && int.TryParse(lines[i].Trim(), out _)) break; // the next cue's number, without an empty line before it
            if (Voice().Match(lines[i]) is { Success: true } voice) speaker = voice.Groups["name"].Value.Trim();
            if (Plain(lines[i]) is { Length: > 0 } line) text.Add(line);
        }
        return new Cue(from, to, text, speaker);
    }

    private static void SkipBlock(string[] lines, ref int i)
    {
        while (i < lines.Length && !string.IsNullOrWhiteSpace(lines[i]) && !IsTiming(lines, i)) i++;
    }

    private static bool IsTiming(string[] lines, int i) => i < lines.Length && lines[i].Contains("-->", StringComparison.Ordinal) && Timing().IsMatch(lines[i]);

    private static string Plain(string line)
    {
        var text = WebUtility.HtmlDecode(Markup().Replace(line, "")).Trim();
        text = Dash().Replace(text, "");
        return Sound().IsMatch(text) ? "" : text;
    }

    private static double Seconds(string time)
    {
        double seconds = 0;
        foreach (var part in time.Replace(',', '.').Split(':')) seconds = seconds * 60 + double.Parse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Math.Round(seconds, 3);
    }

    [GeneratedRegex(@"^\s*(?<from>(\d{1,3}:)?\d{1,2}:\d{1,2}([.,]\d{1,3})?)\s*-->\s*(?<to>(\d{1,3}:)?\d{1,2}:\d{1,2}([.,]\d{1,3})?)")]
    private static partial Regex Timing();

    [GeneratedRegex(@"^(NOTE|STYLE|REGION)(\s|$)|^X-TIMESTAMP-MAP")]
    private static partial Regex Aside();

    [GeneratedRegex(@"<v(\.[\w.]+)?\s+(?<name>[^>]+)>")]
    private static partial Regex Voice();

    /// <summary>Tags, times inside a cue, and the {\an8} of subtitle editors.</summary>
    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|</>|<[\d:.]+>|\{\\[^}]*\}")]
    private static partial Regex Markup();

    /// <summary>Dashes and arrows that mark a change of speaker.</summary>
    [GeneratedRegex(@"^(>>+|[-–—])\s+")]
    private static partial Regex Dash();

    /// <summary>[Music], (applause), ♪: what is heard but not said.</summary>
    [GeneratedRegex(@"^(\[[^\]]*\]|\([^)]*\)|[♪♫\s])+$")]
    private static partial Regex Sound();
}
