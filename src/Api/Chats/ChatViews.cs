using Tutor.OpenApi;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Chats;

/// <summary>What is on the learner's screen: all may be left out.</summary>
/// <param name="ItemId">An item of a quiz of the caller's own.</param>
/// <param name="Page">Page or slide of the source, from 1.</param>
public sealed record ScreenView(Guid? ModuleId = null, Guid? ItemId = null, Guid? SourceId = null, int? Page = null)
{
    internal OnScreen ToScreen() => new(ModuleId, ItemId, SourceId, Page);

    internal static ScreenView? Of(OnScreen? screen) => screen is null ? null : new(screen.ModuleId, screen.ItemId, screen.SourceId, screen.Page);
}

/// <summary>The caller's messages of today.</summary>
/// <param name="Limit">Null for none.</param>
/// <param name="ResetsAt">Midnight UTC.</param>
public sealed record QuotaView(int? Limit, int Used, int? Left, DateTimeOffset ResetsAt)
{
    internal static QuotaView Example { get; } = new(100, 3, 97, new DateTimeOffset(2026, 1, 16, 0, 0, 0, TimeSpan.Zero));

    internal static QuotaView Of(ChatQuota quota) => new(quota.Limit, quota.Used, quota.Left, quota.ResetsAt);
}

public sealed record NewChat(ScreenView? Screen = null) : IExample<NewChat>
{
    public static NewChat Example { get; } = new(new ScreenView(Examples.Id(6)));
}

/// <param name="Title">The beginning of the first question; empty while there is none.</param>
public sealed record ChatView(Guid Id, Guid CourseId, string Title, ScreenView? Screen, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, QuotaView? Quota = null) : IExample<ChatView>
{
    public static ChatView Example { get; } = new(Examples.Id(30), Examples.Id(2), "What is working memory?", new ScreenView(Examples.Id(6)), Examples.Time, Examples.Time, QuotaView.Example);

    internal static ChatView Of(Chat chat, ChatQuota? quota = null) =>
        new(chat.Id, chat.CourseId, chat.Title, ScreenView.Of(chat.Screen), chat.CreatedAt, chat.ChangedAt, quota is null ? null : QuotaView.Of(quota));
}

public sealed record ChatListView(IReadOnlyList<ChatView> Chats, string? Next, QuotaView Quota) : IExample<ChatListView>
{
    public static ChatListView Example { get; } = new([ChatView.Example with { Quota = null }], null, QuotaView.Example);
}

/// <param name="Citations">Numbers of the citations it rests on, from 1; none for the tutor's own words.</param>
/// <param name="IsItem">True for an item of a list.</param>
public sealed record AnswerSentenceView(string Text, IReadOnlyList<int> Citations, bool IsItem);

/// <summary>A citation under the number that sentences name it by.</summary>
/// <param name="Start">First character of the quote in its chunk: with the chunk and the length it opens the source at the words.</param>
public sealed record NumberedCitationView(int N, Guid ChunkId, string Quote, SourceName Source, Locator Locator, int Start)
{
    internal static NumberedCitationView Of(Review.Citation citation, int index) =>
        new(index + 1, citation.ChunkId, citation.Quote, new SourceName(citation.SourceId, citation.SourceName), citation.Locator, citation.Start);

    internal static IReadOnlyList<NumberedCitationView> Of(IEnumerable<Review.Citation> citations) => [.. citations.Select(Of)];

    internal static NumberedCitationView Example { get; } = new(
        1, Examples.Id(5), "Working memory holds about four chunks at a time.", new SourceName(Examples.Id(4), "memory.pdf"), new Locator(12, null, ["Memory", "Working memory"], null, null), 0);
}

/// <param name="Kind">answer; notCovered, with the nearest passages; talk; openItem for a question of a quiz that is not handed in.</param>
/// <param name="Cut">True where it was stopped or broke off: it can be asked again.</param>
/// <param name="Writer">The extractive tutor, or a model as its endpoint calls it.</param>
public sealed record AnswerView(
    AnswerKind Kind, IReadOnlyList<AnswerSentenceView> Sentences, IReadOnlyList<NumberedCitationView> Citations, IReadOnlyList<NumberedCitationView> Nearest, bool Cut, string Writer, Notice? Notice)
{
    internal static AnswerView Example { get; } = new(
        AnswerKind.Answer, [new AnswerSentenceView("Working memory holds about four chunks at a time.", [1], false)], [NumberedCitationView.Example], [], false, "extractive-tutor/1", null);

    internal static AnswerView Of(TutorAnswer answer) => new(
        answer.Kind, [.. answer.Sentences.Select(s => new AnswerSentenceView(s.Text, [.. s.Citations.Select(c => c + 1)], s.IsItem))],
        NumberedCitationView.Of(answer.Citations), NumberedCitationView.Of(answer.Nearest), answer.Cut, answer.Writer, answer.Notice);
}

/// <param name="Reading">For a question that leans on the conversation: how it was read.</param>
/// <param name="Answer">For the tutor's messages.</param>
public sealed record ChatMessageView(Guid Id, int Number, Speaker Speaker, string Text, string? Reading, ScreenView? Screen, AnswerView? Answer, DateTimeOffset CreatedAt)
{
    internal static ChatMessageView Of(ChatMessage message) => new(
        message.Id, message.Number, message.Speaker, message.Text, message.Reading, ScreenView.Of(message.Screen), message.Answer is { } answer ? AnswerView.Of(answer) : null, message.CreatedAt);
}

public sealed record WholeChatView(Guid Id, Guid CourseId, string Title, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, IReadOnlyList<ChatMessageView> Messages, QuotaView Quota) : IExample<WholeChatView>
{
    public static WholeChatView Example { get; } = new(Examples.Id(30), Examples.Id(2), "What is working memory?", Examples.Time, Examples.Time,
    [
        new ChatMessageView(Examples.Id(31), 1, Speaker.Learner, "What is working memory?", null, null, null, Examples.Time),
        new ChatMessageView(Examples.Id(32), 2, Speaker.Tutor, "Working memory holds about four chunks at a time.", null, null, AnswerView.Example, Examples.Time),
    ], QuotaView.Example);
}
