using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Http;
using Tutor.Lessons;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Learning;

internal static class QuizzesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/modules/{moduleId:guid}/quiz", GetAsync).WithTags("Learning").WithSummary("The caller's quiz of the module: the same whenever it is asked for")
            .WithDescription("202 with Location while its items are being written.")
            .ForMembers(CourseThing.Module);
        api.MapPut("/quizzes/{quizId:guid}/answers/{itemId:guid}", SaveAsync).WithTags("Learning").WithSummary("Keeps an answer before hand-in; null takes it back")
            .Refuses(RefusalKind.Invalid, RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Unprocessable);
        api.MapPost("/quizzes/{quizId:guid}/answers/{itemId:guid}/explanations", ExplainAsync).WithTags("Learning").WithSummary("Explains a kept answer before hand-in, which then stays")
            .WithDescription("In courses that explain at once (explanations: atOnce); in others the result explains.")
            .Refuses(RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Unprocessable);
        api.MapPost("/quizzes/{quizId:guid}/items/{itemId:guid}/flags", FlagAsync).WithTags("Learning").WithSummary("The caller says that an item of their quiz is wrong")
            .WithDescription("kind: wrongKey, severalRight, unclear, notInMaterial, other (which needs a reason). Said again while nobody has answered, it takes the place of what was said before.")
            .Refuses(RefusalKind.Invalid, RefusalKind.NotFound);
        api.MapPost("/quizzes/{quizId:guid}/attempts", SubmitAsync).WithTags("Learning").WithSummary("Hands the quiz in")
            .WithDescription("The same Idempotency-Key is the same attempt and gets the same answer; a new key is a new attempt, as often as the course allows. An item that is left out is not right.")
            .Refuses(RefusalKind.Invalid, RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Unprocessable);
        api.MapGet("/quizzes/{quizId:guid}/attempts/{attemptId:guid}", GetAttemptAsync).WithTags("Learning").WithSummary("An attempt the caller made").Refuses(RefusalKind.NotFound);
    }

    private static async Task<Results<Ok<QuizView>, Accepted<GenerationView>, Refused>> GetAsync(Guid moduleId, CourseSeat seat, Quizzes quizzes, WrittenOnDemand demand, CancellationToken ct)
    {
        if ((await quizzes.ForAsync(seat, moduleId, ct)).Succeeded(out var quiz, out var refusal)) return TypedResults.Ok(QuizView.Of(quiz));
        return refusal == AssessmentRefusals.NoItems && await demand.ItemsAsync(moduleId, ct) is { } generation ? GenerationsApi.Accepted(generation) : refusal.ToResult();
    }

    private static async Task<Results<NoContent, Refused>> SaveAsync(Guid quizId, Guid itemId, SavedAnswer body, Caller caller, Quizzes quizzes, CancellationToken ct) =>
        (await quizzes.SaveAnswerAsync(quizId, itemId, body.ChoiceId, caller.Id, ct)).Refusal is { } refusal ? refusal.ToResult() : TypedResults.NoContent();

    private static async Task<Results<Created<AttemptItemView>, Refused>> ExplainAsync(Guid quizId, Guid itemId, Caller caller, Explanations explanations, CancellationToken ct) =>
        (await explanations.GiveAsync(quizId, itemId, caller.Id, ct)).Succeeded(out var item, out var refusal)
            ? TypedResults.Created((string?)null, AttemptItemView.Of(item)) : refusal.ToResult();

    private static async Task<Results<Created<FlagView>, Refused>> FlagAsync(Guid quizId, Guid itemId, NewFlag body, Caller caller, Flags flags, CancellationToken ct) =>
        (await flags.RaiseAsync(quizId, itemId, body.Kind, body.Reason, caller.Id, ct)).Succeeded(out var flag, out var refusal)
            ? TypedResults.Created((string?)null, FlagView.Of(flag)) : refusal.ToResult();

    private static async Task<Results<Created<AttemptView>, Refused>> SubmitAsync(
        Guid quizId, NewAttempt body, Caller caller, Attempts attempts, NextLesson next, HttpContext http, CancellationToken ct, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey = null)
    {
        if (body.Answers is null)
        {
            var inputs = new Inputs();
            inputs.Add("answers", "Answers are missing: an object with a choice's id for each item's id.");
            return inputs.Refusal!.ToResult();
        }
        if (!(await attempts.SubmitAsync(quizId, caller.Id, idempotencyKey, body.Answers, ct)).Succeeded(out var attempt, out var refusal)) return refusal.ToResult();
        http.Response.OnCompleted(() => next.PrepareAsync(attempt.CourseId, attempt.ModuleId, caller.Id, CancellationToken.None));
        return TypedResults.Created($"/api/v1/quizzes/{quizId}/attempts/{attempt.Attempt.Id}", AttemptView.Of(attempt));
    }

    private static async Task<Results<Ok<AttemptView>, Refused>> GetAttemptAsync(Guid quizId, Guid attemptId, Caller caller, Attempts attempts, CancellationToken ct) =>
        (await attempts.GetAsync(quizId, attemptId, caller.Id, ct)).Succeeded(out var attempt, out var refusal) ? TypedResults.Ok(AttemptView.Of(attempt)) : refusal.ToResult();
}

/// <summary>A quiz before hand-in: nothing in it tells a key.</summary>
public sealed record QuizView(Guid Id, Guid ModuleId, IReadOnlyList<QuizItemView> Items) : IExample<QuizView>
{
    public static QuizView Example { get; } = new(Examples.Id(15), Examples.Id(6), [new QuizItemView(
        Examples.Id(9), "How many chunks does working memory hold at a time?",
        [new(Examples.Id(12), "About four"), new(Examples.Id(13), "About twenty"), new(Examples.Id(14), "About a hundred")], Examples.Id(12), false)]);

    internal static QuizView Of(Quiz quiz) => new(quiz.Id, quiz.ModuleId, [.. quiz.Items.Select(QuizItemView.Of)]);
}

/// <param name="Explained">True where the kept answer was explained and stays.</param>
public sealed record QuizItemView(Guid Id, string Stem, IReadOnlyList<ChoiceView> Choices, Guid? SavedChoiceId, bool Explained)
{
    internal static QuizItemView Of(QuizItem item)
    {
        var body = item.Revision!.As<ItemBody>();
        return new QuizItemView(item.ItemId, body.Stem, [.. body.Choices.Select(c => new ChoiceView(c.Id, c.Text))], item.SavedChoiceId, item.Explained);
    }
}

public sealed record ChoiceView(Guid Id, string Text);

public sealed record SavedAnswer(Guid? ChoiceId) : IExample<SavedAnswer>
{
    public static SavedAnswer Example { get; } = new(Examples.Id(12));
}

/// <param name="Answers">Choice by item.</param>
public sealed record NewAttempt(IReadOnlyDictionary<Guid, Guid> Answers) : IExample<NewAttempt>
{
    public static NewAttempt Example { get; } = new(new Dictionary<Guid, Guid> { [Examples.Id(9)] = Examples.Id(12) });
}

/// <param name="Number">Counted from 1 within the quiz.</param>
/// <param name="Moves">What the attempt changed of each objective it asked for.</param>
public sealed record AttemptView(Guid Id, int Number, int Score, int OutOf, DateTimeOffset CreatedAt, IReadOnlyList<AttemptItemView> Items, IReadOnlyList<MasteryMove> Moves) : IExample<AttemptView>
{
    public static AttemptView Example { get; } = new(Examples.Id(16), 1, 1, 1, Examples.Time, [AttemptItemView.Example],
        [new MasteryMove(Examples.Id(7), 0.3, 0.67, 1, 1)]);

    internal static AttemptView Of(ScoredAttempt scored) => new(
        scored.Attempt.Id, scored.Attempt.Number, scored.Attempt.Score, scored.Attempt.OutOf, scored.Attempt.CreatedAt, [.. scored.Items.Select(AttemptItemView.Of)], scored.Attempt.Moves);
}

/// <param name="ChoiceId">What was answered; null where the item was left out.</param>
/// <param name="Why">Why the chosen choice is not the answer, where the material says so.</param>
public sealed record AttemptItemView(Guid ItemId, bool Correct, Guid? ChoiceId, Guid KeyChoiceId, string Explanation, string? Why, IReadOnlyList<CitationView> Citations) : IExample<AttemptItemView>
{
    public static AttemptItemView Example { get; } = new(
        Examples.Id(9), true, Examples.Id(12), Examples.Id(12), "Working memory holds about four chunks at a time.", null, [CitationView.Example]);

    internal static AttemptItemView Of(ScoredItem item) => new(item.ItemId, item.Correct, item.ChoiceId, item.KeyChoiceId, item.Explanation, item.Why, CitationView.Of(item.Citations));
}
