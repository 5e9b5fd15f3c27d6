namespace Tutor.Insights;

/// <summary>Why a learner may need help, most urgent first.</summary>
public enum LearnerNeedKind
{
    /// <summary>Many answers about an objective, and it does not go well.</summary>
    Stuck,

    /// <summary>The last two quizzes went much worse than those before.</summary>
    Falling,

    /// <summary>Began, and has not been there for a while.</summary>
    Away,
    NotStarted,
}

/// <param name="Objective">For who is stuck: with what.</param>
/// <param name="Answers">For who is stuck: how often they have answered about it.</param>
/// <param name="Days">Since they were last there, or came into the course.</param>
public sealed record LearnerNeed(LearnerNeedKind Kind, string? Objective = null, int Answers = 0, int Days = 0, Share? Late = null, Share? Early = null);

/// <summary>A learner of a course, for its staff.</summary>
/// <param name="Mastered">Objectives of the publication.</param>
/// <param name="Need">Null where all goes as it should.</param>
public sealed record LearnerInsight(
    Guid Id, string Name, string Email, DateTimeOffset EnrolledAt, int Finished, int Attempts, DateTimeOffset? LastAt, int Mastered, int Weak, LearnerNeed? Need);

/// <summary>Who needs help, by plain rules that a teacher can check.</summary>
internal static class LearnerNeeds
{
    /// <summary>Answers about one objective after which it should go well: three quizzes with two questions each.</summary>
    public const int ManyAnswers = 6;
    private const int DaysToStart = 7;
    private const int DaysAway = 14;

    /// <summary>Of the share right: a quarter is two questions of eight.</summary>
    private const double Fall = 0.25;

    /// <param name="modules">How many the publication has: who has finished them all may stay away.</param>
    public static LearnerNeed? Of(LearnerRow row, int modules, IReadOnlyDictionary<Guid, string> objectives, DateTimeOffset now)
    {
        if (row.Stuck is { } stuck && objectives.TryGetValue(stuck, out var text)) return new LearnerNeed(LearnerNeedKind.Stuck, text, row.StuckAnswers);
        if (row.Late.All >= Share.Few && row.Early.All >= Share.Few && row.Early.Part - row.Late.Part >= Fall) return new LearnerNeed(LearnerNeedKind.Falling, Late: row.Late, Early: row.Early);
        if (row.LastAt is { } last) return row.Finished < modules && Days(last) >= DaysAway ? new LearnerNeed(LearnerNeedKind.Away, Days: Days(last)) : null;
        return Days(row.EnrolledAt) >= DaysToStart ? new LearnerNeed(LearnerNeedKind.NotStarted, Days: Days(row.EnrolledAt)) : null;

        int Days(DateTimeOffset since) => (int)(now - since).TotalDays;
    }
}
