using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.ModelWriting;
using Tutor.OpenApi;

namespace Tutor.Models;

/// <summary>What having a whole course written by models will take.</summary>
internal static class ForecastApi
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/courses/{courseId:guid}/forecast", GetAsync).WithTags("Work").WithSummary("What writing the whole course by language models will take, and has taken")
        .WithDescription("Calls and tokens by prompt: the least where every draft passes at once, the most where each goes back and everything is judged. Without a language model there are no steps.")
        .ForStaff(CourseThing.Course);

    private static async Task<Ok<ForecastView>> GetAsync(Guid courseId, CourseForecaster forecaster, CancellationToken ct) =>
        TypedResults.Ok(ForecastView.Of(await forecaster.OfAsync(courseId, ct)));
}

/// <param name="Modules">Of the course, or those its material will be divided into.</param>
/// <param name="EachProfile">What one more profile of learners adds when they read all of it; null where no model writes.</param>
/// <param name="Budget">Tokens a day; null for no limit.</param>
/// <param name="LeftToday">Of the budget; null for no limit.</param>
/// <param name="Days">Days whose budget it takes at most; null for no limit.</param>
/// <param name="Taken">So far, by writing and judging.</param>
public sealed record ForecastView(
    int Modules, AmountRange Calls, AmountRange Tokens, IReadOnlyList<ForecastStep> Steps, ForecastStep? EachProfile, long? Budget, long? LeftToday, int? Days, TakenCalls Taken) : IExample<ForecastView>
{
    public static ForecastView Example { get; } = new(
        16, new AmountRange(16, 32), new AmountRange(88_000, 210_000), [new ForecastStep("lesson", "local/qwen3-32b", new AmountRange(16, 32), new AmountRange(88_000, 210_000))],
        new ForecastStep("variant", "local/qwen3-32b", new AmountRange(16, 32), new AmountRange(40_000, 96_000)), 2_000_000, 1_951_790, 1, new TakenCalls(0, 0, 0));

    internal static ForecastView Of(CourseForecast forecast) => new(
        forecast.Modules, forecast.Calls, forecast.Tokens, forecast.Steps, forecast.EachProfile, forecast.Budget, forecast.Budget is null ? null : forecast.LeftToday, forecast.Days, forecast.Taken);
}
