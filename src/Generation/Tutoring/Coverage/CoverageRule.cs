namespace Tutor.Tutoring;

/// <summary>
/// Whether a course covers a question: a weighed sum of <see cref="CoverageEvidence"/> against a threshold. The weights are those of a logistic regression
/// on the review questions of two textbooks, each asked of both (1,360 cases, six numbers), rounded; fitted on one book and tried on the other it
/// separates as well (area under the curve .92 and .87). The thresholds keep refusals of a course's own questions, which no learner forgives, at .048 and .057;
/// of the other book's questions .57 and .60 are refused. Those let through share their matter with the course (norms, samples, attitudes, development), and
/// words alone do not tell them apart; of questions from elsewhere about nine in ten are refused.
/// </summary>
public static class CoverageRule
{
    private const double Strength = 2.2, Phrases = 2.75, Together = 1.2, Nearest = 4.45, Length = 1.2, Unknown = -3.7, Offset = -8.2;

    /// <summary>What stands for the cosine where there is none: about the median of covered questions.</summary>
    private const double UsualNearest = 0.65;

    /// <summary>A story of several sentences has many words no passage has; of a short question every word counts.</summary>
    private const double LongThreshold = -1.5, ShortThreshold = 0;

    private const int ShortWords = 2;

    public static bool Covers(CoverageEvidence evidence) =>
        evidence.Known > 0 && Score(evidence) >= (evidence.Words <= ShortWords ? ShortThreshold : LongThreshold);

    /// <summary>Above 0: more likely covered than not.</summary>
    public static double Score(CoverageEvidence e) =>
        Offset + (Strength * e.Strength) + (Phrases * e.Phrases) + (Together * e.Together) + (Nearest * (e.Nearest is > 0 ? e.Nearest.Value : UsualNearest))
        + (Length * Math.Log(1 + e.Words)) + (Unknown * e.Unknown);
}
