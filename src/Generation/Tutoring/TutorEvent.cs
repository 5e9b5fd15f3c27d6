using Tutor.Chats;
using Tutor.Review;

namespace Tutor.Tutoring;

/// <summary>What happens while an answer is given.</summary>
public abstract record TutorEvent;

/// <summary>The question was taken in and counted.</summary>
public sealed record QuestionTaken(ChatMessage Question, ChatQuota Quota) : TutorEvent;

/// <summary>A sentence that has passed its checks.</summary>
public sealed record SentenceSaid(AnswerSentence Sentence, IReadOnlyList<Citation> Citations) : TutorEvent;

/// <summary>The answer is complete and kept.</summary>
/// <param name="Message">Null where the chat was deleted meanwhile.</param>
public sealed record AnswerGiven(ChatMessage? Message, TutorAnswer Answer, ChatQuota Quota) : TutorEvent;
