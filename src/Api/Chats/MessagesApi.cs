using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Tutoring;

namespace Tutor.Chats;

/// <summary>Asking, and the answer as it comes.</summary>
internal static class MessagesApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/chats/{chatId:guid}/messages", AskAsync).WithTags("Chats").WithSummary("Asks the tutor")
        .WithDescription("As events: `asked` with the question's id and the counter of the day; `token` with each sentence and the numbers of its citations, once it has passed its checks; "
            + "`citations` with all they rest on; `done` with the whole answer. Hanging up stops it; what was said is kept and marked as cut. As JSON, where Accept says so: what `done` holds.")
        .Produces<GivenAnswerView>(200, "application/json", "text/event-stream")
        .Refuses(RefusalKind.Invalid, RefusalKind.NotFound, RefusalKind.TooMany);

    private static async Task<IResult> AskAsync(
        Guid chatId, NewMessage body, Caller caller, ChatHistory history, TutorService tutor, HttpContext http, IHostApplicationLifetime lifetime, CancellationToken ct)
    {
        if (!(await history.OfAsync(chatId, caller, ct)).Succeeded(out var own, out var refusal)) return refusal.ToResult();
        if (!(await tutor.AskAsync(own.Chat, own.Seat, body.Text, body.Screen?.ToScreen(), ct)).Succeeded(out var asking, out refusal)) return refusal.ToResult();
        if (!WantsJson(http))
        {
            http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would keep what is not yet a full buffer
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.ServerSentEvents(StreamAsync(tutor, asking, lifetime.ApplicationStopping, ct));
        }
        GivenAnswerView? given = null;
        await foreach (var step in tutor.AnswerAsync(asking, ct))
            if (step is AnswerGiven answer) given = GivenAnswerView.Of(asking, answer);
        return TypedResults.Ok(given);
    }

    private static async IAsyncEnumerable<SseItem<MessageEventView>> StreamAsync(TutorService tutor, Asking asking, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        // Who hangs up, and a server that stops, end the answer: it is kept as cut.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        await foreach (var step in tutor.AnswerAsync(asking, ends.Token))
            switch (step)
            {
                case QuestionTaken taken:
                    yield return new(new MessageEventView(QuestionId: taken.Question.Id, Quota: QuotaView.Of(taken.Quota)), "asked");
                    break;
                case SentenceSaid said:
                    yield return new(new MessageEventView(Text: said.Sentence.Text, Numbers: [.. said.Sentence.Citations.Select(c => c + 1)], IsItem: said.Sentence.IsItem), "token");
                    break;
                case AnswerGiven given:
                    yield return new(new MessageEventView(Citations: NumberedCitationView.Of(given.Answer.Citations), Nearest: NumberedCitationView.Of(given.Answer.Nearest)), "citations");
                    yield return new(new MessageEventView(Done: GivenAnswerView.Of(asking, given)), "done");
                    break;
            }
    }

    /// <summary>Events unless JSON is asked for by its name: a client that accepts anything gets what the call is for.</summary>
    private static bool WantsJson(HttpContext http)
    {
        var accepted = http.Request.GetTypedHeaders().Accept;
        return accepted.Any(a => a.MediaType == "application/json") && !accepted.Any(a => a.MediaType == "text/event-stream");
    }
}

/// <param name="Screen">What is on the learner's screen now; left out where nothing has changed since the chat began.</param>
public sealed record NewMessage(string? Text, ScreenView? Screen = null) : IExample<NewMessage>
{
    public static NewMessage Example { get; } = new("What is working memory?", new ScreenView(Examples.Id(6)));
}

/// <summary>An event: what it does not speak of is null.</summary>
/// <param name="Numbers">The citations of a token's sentence, from 1.</param>
public sealed record MessageEventView(
    Guid? QuestionId = null, QuotaView? Quota = null, string? Text = null, IReadOnlyList<int>? Numbers = null, bool? IsItem = null,
    IReadOnlyList<NumberedCitationView>? Citations = null, IReadOnlyList<NumberedCitationView>? Nearest = null, GivenAnswerView? Done = null);

/// <param name="MessageId">Null where the chat was deleted before the answer was there.</param>
public sealed record GivenAnswerView(Guid ChatId, Guid QuestionId, Guid? MessageId, AnswerView Answer, QuotaView Quota) : IExample<GivenAnswerView>
{
    public static GivenAnswerView Example { get; } = new(Examples.Id(30), Examples.Id(31), Examples.Id(32), AnswerView.Example, QuotaView.Example);

    internal static GivenAnswerView Of(Asking asking, AnswerGiven given) =>
        new(asking.Asked.Chat.Id, asking.Asked.Message.Id, given.Message?.Id, AnswerView.Of(given.Answer), QuotaView.Of(given.Quota));
}
