using System.Numerics;

namespace Tutor.Retrieval;

/// <summary>Which of many can be among the best, by scores that are known about.</summary>
internal static class Candidates
{
    /// <param name="off">How far a score can be off at most; 0 where they are exact.</param>
    /// <returns>Places in rising order of all that may be among the best <paramref name="take"/>, ties included.</returns>
    public static List<int> Of<T>(ReadOnlySpan<T> scores, int take, T off)
        where T : struct, INumber<T>
    {
        var places = new List<int>();
        if (take <= 0) return places;
        // The worst of the best so far is sure to be reached: what lies further below it than both can be off is out.
        if (take >= scores.Length) return [.. Enumerable.Range(0, scores.Length)];
        var least = Worst(scores, take) - off - off;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] >= least) places.Add(i);
        return places;
    }

    /// <summary>The score that <paramref name="take"/> of them reach: a heap of the best so far, its worst on top.</summary>
    private static T Worst<T>(ReadOnlySpan<T> scores, int take)
        where T : struct, INumber<T>
    {
        var best = new PriorityQueue<T, T>(take);
        for (var i = 0; i < take; i++) best.Enqueue(scores[i], scores[i]);
        var worst = best.Peek();
        foreach (var score in scores[take..])
        {
            if (score <= worst) continue;
            best.DequeueEnqueue(score, score);
            worst = best.Peek();
        }
        return worst;
    }
}
