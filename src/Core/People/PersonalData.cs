using Tutor.Review;

namespace Tutor.People;

/// <summary>Everything that is kept about a person.</summary>
public sealed record PersonalData(
    AboutMe Account, Profile Preferences, IReadOnlyList<MySignIn> SignIns, IReadOnlyList<MyCourse> Courses, IReadOnlyList<MyReading> Readings,
    IReadOnlyList<MyQuiz> Quizzes, IReadOnlyList<MyObjective> Mastery, IReadOnlyList<MyFlag> Flags, IReadOnlyList<MyDecision> Decisions, IReadOnlyList<MyChat> Chats);

public sealed record AboutMe(Guid Id, string Email, string Name, DateTimeOffset CreatedAt, IReadOnlyList<string> Roles);

public sealed record MySignIn(DateTimeOffset CreatedAt, string Device, DateTimeOffset? EndedAt);

/// <param name="Role">learner or instructor.</param>
/// <param name="Finished">Modules, by title.</param>
public sealed record MyCourse(Guid Id, string Title, string Role, DateTimeOffset? Since, IReadOnlyList<string> Finished);

/// <param name="Place">Thousandths of the lesson.</param>
public sealed record MyReading(Guid ModuleId, int Place, DateTimeOffset UpdatedAt);

public sealed record MyQuiz(Guid Id, Guid CourseId, Guid ModuleId, DateTimeOffset CreatedAt, IReadOnlyList<MyAttempt> Attempts);

public sealed record MyAttempt(int Number, int Score, int OutOf, DateTimeOffset CreatedAt, IReadOnlyList<MyAnswer> Answers);

/// <param name="Answer">Null where it was left out.</param>
public sealed record MyAnswer(string Question, string? Answer, bool Correct);

/// <param name="Probability">Of mastery, 0 to 1.</param>
public sealed record MyObjective(string Objective, double Probability, int Observations, DateTimeOffset UpdatedAt);

public sealed record MyFlag(Guid ItemId, FlagKind Kind, string Reason, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, string Answer);

public sealed record MyDecision(Guid ReviewId, Verdict Verdict, string? Reason, DateTimeOffset CreatedAt);

public sealed record MyChat(Guid Id, Guid CourseId, string Title, DateTimeOffset CreatedAt, IReadOnlyList<MyMessage> Messages);

public sealed record MyMessage(string Speaker, string Text, DateTimeOffset CreatedAt);
