using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.People;

namespace Tutor.Chats;

/// <summary>A learner's chats with the tutor. Another person's is not there, for staff and admins neither.</summary>
internal static class ChatsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/courses/{courseId:guid}/chats", BeginAsync).WithTags("Chats").WithSummary("Begins a chat with the course's tutor")
            .WithDescription("screen: what it is opened beside; it is known to the tutor.")
            .ForMembers(CourseThing.Course).Refuses(RefusalKind.Invalid);
        api.MapGet("/courses/{courseId:guid}/chats", ListAsync).WithTags("Chats").WithSummary("The caller's own chats of the course, oldest first").ForMembers(CourseThing.Course).Refuses(RefusalKind.Invalid);
        api.MapGet("/chats/{chatId:guid}", GetAsync).WithTags("Chats").WithSummary("A chat of the caller's own with its messages and citations").Refuses(RefusalKind.NotFound);
        api.MapDelete("/chats/{chatId:guid}", DeleteAsync).WithTags("Chats").WithSummary("Deletes a chat of the caller's own; what it counted today stays counted").Refuses(RefusalKind.NotFound);
    }

    private static async Task<Results<Created<ChatView>, Refused>> BeginAsync(Guid courseId, NewChat? body, CourseSeat seat, ChatHistory history, Screens screens, ChatQuotas quotas, CancellationToken ct)
    {
        var screen = body?.Screen?.ToScreen();
        if ((await screens.ReadAsync(seat, screen, ct)).Refusal is { } elsewhere) return elsewhere.ToResult();
        var chat = await history.BeginAsync(seat, screen, ct);
        return TypedResults.Created($"/api/v1/chats/{chat.Id}", ChatView.Of(chat, await quotas.OfAsync(seat.UserId, ct)));
    }

    private static async Task<Results<Ok<ChatListView>, Refused>> ListAsync(Guid courseId, CourseSeat seat, ChatHistory history, ChatQuotas quotas, CancellationToken ct, string? cursor = null)
    {
        if (!(await history.ListAsync(seat, cursor, ct)).Succeeded(out var page, out var refusal)) return refusal.ToResult();
        return TypedResults.Ok(new ChatListView([.. page.Items.Select(c => ChatView.Of(c))], page.Next, QuotaView.Of(await quotas.OfAsync(seat.UserId, ct))));
    }

    private static async Task<Results<Ok<WholeChatView>, Refused>> GetAsync(Guid chatId, Caller caller, ChatHistory history, ChatQuotas quotas, CancellationToken ct)
    {
        if (!(await history.OfAsync(chatId, caller, ct)).Succeeded(out var own, out var refusal)) return refusal.ToResult();
        var messages = await history.MessagesAsync(chatId, ct);
        return TypedResults.Ok(new WholeChatView(
            own.Chat.Id, own.Chat.CourseId, own.Chat.Title, own.Chat.CreatedAt, own.Chat.ChangedAt, [.. messages.Select(ChatMessageView.Of)], QuotaView.Of(await quotas.OfAsync(caller.Id, ct))));
    }

    private static async Task<Results<NoContent, Refused>> DeleteAsync(Guid chatId, Caller caller, ChatHistory history, CancellationToken ct) =>
        (await history.DeleteAsync(chatId, caller, ct)).Refusal is { } refusal ? refusal.ToResult() : TypedResults.NoContent();
}
