namespace Tutor.Parsing.Pdf;

/// <summary>Finds the run a word was painted with, by place and text.</summary>
internal sealed class RunIndex
{
    // Points; a run is listed in every band it touches.
    private const double Band = 16;
    private const double Slack = 1.5;
    private readonly Dictionary<int, List<Run>> _bands = [];

    public RunIndex(IEnumerable<Run> runs)
    {
        foreach (var run in runs)
            for (var band = BandOf(run.Extent.Y0); band <= BandOf(run.Extent.Y1); band++)
            {
                if (!_bands.TryGetValue(band, out var list)) _bands[band] = list = [];
                list.Add(run);
            }
    }

    public Run? Find(Word word)
    {
        Run? best = null;
        var bestScore = double.MaxValue;
        foreach (var run in _bands.GetValueOrDefault(BandOf(word.Extent.MiddleY)) ?? [])
        {
            if (run.Text.Length == 0 || !Covers(run.Extent, word.Extent)) continue;
            // Where lines overlap, the run that holds the word's letters is the right one.
            var score = Math.Abs(run.Extent.MiddleY - word.Extent.MiddleY) + (run.Text.Contains(word.Text, StringComparison.Ordinal) ? 0 : 1000);
            if (score < bestScore) (best, bestScore) = (run, score);
        }
        return best;
    }

    private static bool Covers(Extent run, Extent word) =>
        word.MiddleX > run.X0 - Slack && word.MiddleX < run.X1 + Slack && word.MiddleY > run.Y0 && word.MiddleY < run.Y1;

    private static int BandOf(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / Band);
}
