namespace Tutor.ModelWriting;

/// <summary>What writing a whole course by models will take, and what has been taken for it so far.</summary>
/// <param name="Modules">Those the course has, or those its material will be divided into.</param>
/// <param name="Steps">Empty where no model writes.</param>
/// <param name="EachProfile">Calls that come later, where learners of one more profile read all of it.</param>
/// <param name="Budget">Tokens a day; null for no limit.</param>
/// <param name="Taken">By the same prompts for the same course.</param>
public sealed record CourseForecast(int Modules, IReadOnlyList<ForecastStep> Steps, ForecastStep? EachProfile, long? Budget, long LeftToday, TakenCalls Taken)
{
    public AmountRange Calls => new(Steps.Sum(s => s.Calls.Least), Steps.Sum(s => s.Calls.Most));

    public AmountRange Tokens => new(Steps.Sum(s => s.Tokens.Least), Steps.Sum(s => s.Tokens.Most));

    /// <summary>Days whose budget it takes at most; null where there is no limit.</summary>
    public int? Days => Budget is > 0 ? (int)Math.Max(1, (Tokens.Most + Budget.Value - 1) / Budget.Value) : null;
}

/// <param name="Models">The chain that is asked, in its order.</param>
/// <param name="Calls">The most where every draft goes back once.</param>
/// <param name="Tokens">In and out together.</param>
public sealed record ForecastStep(string Prompt, string Models, AmountRange Calls, AmountRange Tokens);

public readonly record struct AmountRange(long Least, long Most);

/// <summary>What calls came to.</summary>
public readonly record struct TakenCalls(int Calls, long InputTokens, long OutputTokens);
