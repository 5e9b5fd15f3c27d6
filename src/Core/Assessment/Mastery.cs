namespace Tutor.Assessment;

/// <summary>How likely it is that a learner has mastered an objective.</summary>
public sealed class Mastery
{
    public Guid LearnerId { get; init; }
    public Guid ObjectiveId { get; init; }

    /// <summary>0 to 1, by Bayesian knowledge tracing.</summary>
    public double Probability { get; set; }
    public int Observations { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
