using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Tutoring;

namespace Tutor.Chats;

/// <summary>Help with an item of the caller's own quiz, a step at a time, never its key.</summary>
internal static class HintsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/quizzes/{quizId:guid}/hints/{itemId:guid}", AskAsync).WithTags("Chats").WithSummary("A step of help with an item of the caller's quiz")
        .WithDescription("step: pointer, question, concept or example; left out, the next one. The same step again is the same words and costs nothing. It counts as a message.")
        .Refuses(RefusalKind.Invalid, RefusalKind.NotFound, RefusalKind.TooMany);

    private static async Task<Results<Ok<HintView>, Refused>> AskAsync(Guid quizId, Guid itemId, NewHint? body, Caller caller, HintService hints, CancellationToken ct)
    {
        var inputs = new Inputs();
        var step = inputs.Word<HintStep>("step", body?.Step, "The step");
        if (inputs.Refusal is { } wrong) return wrong.ToResult();
        return (await hints.AskAsync(quizId, itemId, step, caller, ct)).Succeeded(out var given, out var refusal) ? TypedResults.Ok(HintView.Of(given)) : refusal.ToResult();
    }
}

public sealed record NewHint(string? Step = null) : IExample<NewHint>
{
    public static NewHint Example { get; } = new("pointer");
}

/// <param name="Next">The step after it; null behind the last.</param>
public sealed record HintView(HintStep Step, AnswerView Answer, HintStep? Next, QuotaView Quota) : IExample<HintView>
{
    public static HintView Example { get; } = new(
        HintStep.Pointer, AnswerView.Example with { Sentences = [new AnswerSentenceView("Look again at page 12 of memory.pdf, under “Working memory”.", [1], false)] }, HintStep.Question, QuotaView.Example);

    internal static HintView Of(GivenHint given) => new(given.Step, AnswerView.Of(given.Answer), given.Next, QuotaView.Of(given.Quota));
}
