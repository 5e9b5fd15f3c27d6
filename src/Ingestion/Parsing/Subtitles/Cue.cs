namespace Tutor.Parsing.Subtitles;

/// <summary>One caption: what is shown from one second to another.</summary>
/// <param name="Lines">Without markup; empty lines left out.</param>
/// <param name="Speaker">Who speaks, where the file says so.</param>
internal sealed record Cue(double From, double To, IReadOnlyList<string> Lines, string? Speaker)
{
    public string Text => string.Join(' ', Lines);
}
