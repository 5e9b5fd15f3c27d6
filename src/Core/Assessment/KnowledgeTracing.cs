namespace Tutor.Assessment;

/// <summary>
/// Bayesian knowledge tracing (Corbett and Anderson, "Knowledge tracing: modeling the acquisition of procedural knowledge", 1995):
/// a learner masters an objective or does not, may learn it with every answer, slips where it is mastered and guesses where it is not.
/// </summary>
/// <param name="Known">p(L0): mastered before the first answer.</param>
/// <param name="Learn">p(T): learned by one answer and its explanation.</param>
/// <param name="Slip">p(S): a wrong answer although it is mastered.</param>
public sealed record KnowledgeTracing(double Known, double Learn, double Slip)
{
    /// <summary>Usual values; fitted ones can take their place when a course has answers enough.</summary>
    public static KnowledgeTracing Default { get; } = new(Known: 0.3, Learn: 0.15, Slip: 0.1);

    /// <summary>The probability of mastery after one more answer.</summary>
    /// <param name="choices">Choices of the item: a guess is right once in so many.</param>
    public double After(double mastery, bool correct, int choices)
    {
        var guess = 1.0 / Math.Max(2, choices);
        var right = mastery * (1 - Slip) + (1 - mastery) * guess;
        var known = correct ? mastery * (1 - Slip) / right : mastery * Slip / (1 - right);
        return known + (1 - known) * Learn;
    }
}
