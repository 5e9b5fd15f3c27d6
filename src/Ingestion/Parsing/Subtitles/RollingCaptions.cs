namespace Tutor.Parsing.Subtitles;

/// <summary>
/// Live and automatic captions roll: a cue shows the line before it once more, or the same line a word longer. Each word is kept once, with the second
/// it first appears.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>People repeat themselves; a file rolls when this share of its cues begins with the end of the one before.</summary>
    private const double RollsFrom = 0.2;

    /// <summary>Seconds between cues that still count as one display.</summary>
    private const double Adjacent = 0.2;

    public static IReadOnlyList<Cue> Settle(IReadOnlyList<Cue> cues)
    {
        var overlaps = Enumerable.Range(1, Math.Max(0, cues.Count - 1)).Count(i => Overlap(cues[i - 1], cues[i]) is { Count: > 0 }); // a whole cue again may be a song
        if (cues.Count < 4 || overlaps < RollsFrom * cues.Count) return cues;

        var settled = new List<Cue> { cues[0] };
        for (var i = 1; i < cues.Count; i++)
        {
            if (Overlap(cues[i - 1], cues[i]) is not { } rest) settled.Add(cues[i]);
            else if (rest.Count > 0) settled.Add(cues[i] with { Lines = rest });
            else settled[^1] = settled[^1] with { To = Math.Max(settled[^1].To, cues[i].To) };
        }
        return settled;
    }

    /// <summary>What the second cue adds to the first; null where it does not repeat it.</summary>
    private static IReadOnlyList<string>? Overlap(Cue before, Cue cue)
    {
        if (cue.From - before.To > Adjacent || before.Lines.Count == 0 || cue.Lines.Count == 0) return null;
        for (var shared = Math.Min(before.Lines.Count, cue.Lines.Count); shared > 0; shared--)
        {
            if (before.Lines.TakeLast(shared).SequenceEqual(cue.Lines.Take(shared), StringComparer.Ordinal)) return [.. cue.Lines.Skip(shared)];
        }
        var grown = before.Lines[^1] + " ";
        return cue.Lines[0].StartsWith(grown, StringComparison.Ordinal) ? [cue.Lines[0][grown.Length..], .. cue.Lines.Skip(1)] : null;
    }
}
