namespace Tutor.People;

/// <summary>What people are told about accounts and sign-ins.</summary>
public static class PersonRefusals
{
    public static Refusal WrongPassword { get; } = new(
        RefusalKind.SignedOut, "wrong-password", "The e-mail address or the password is not right",
        "Check both and try again. After five wrong passwords an account is closed for five minutes.");

    public static Refusal SignInEnded { get; } = new(
        RefusalKind.SignedOut, "sign-in-ended", "This sign-in is no longer valid",
        "Sign in again with your e-mail address and password.");

    public static Refusal NoCredentials { get; } = new(
        RefusalKind.Invalid, "no-credentials", "Nothing to sign in with",
        "Send either email and password, or refreshToken.");

    public static Refusal EmailTaken { get; } = new(
        RefusalKind.Conflict, "email-taken", "There is an account with this e-mail address",
        "Sign in with it, or use another address.");

    public static Refusal OnlyInstructorOf(IReadOnlyList<string> courses) => new(
        RefusalKind.Conflict, "only-instructor", "You are the only instructor of a course",
        $"Nobody could look after {string.Join(", ", courses.Select(c => $"“{c}”"))}. Give {(courses.Count == 1 ? "it" : "each")} another instructor or delete {(courses.Count == 1 ? "it" : "them")}, and then try again. Nothing was deleted.");

    public static Refusal OnlyAdmin { get; } = new(
        RefusalKind.Conflict, "only-admin", "You are the only administrator", "Give somebody else that role first, and then try again. Nothing was deleted.");

    public static Refusal TooManyWrong(TimeSpan wait) => new(
        RefusalKind.TooMany, "too-many-sign-ins", "Too many wrong passwords",
        $"Wait {Minutes(wait)} and try again.") { RetryAfter = wait };

    public static Refusal AdminsOnly { get; } = new(
        RefusalKind.Forbidden, "admins-only", "Only administrators can do this", "Ask an administrator to do it.");

    public static Refusal AccountClosed { get; } = new(
        RefusalKind.SignedOut, "account-closed", "This account is closed",
        "An administrator has closed it. Ask them to open it again; what you did is kept.");

    public static Refusal Yourself { get; } = new(
        RefusalKind.Conflict, "yourself", "You cannot do this to your own account", "Ask another administrator to do it.");

    public static Refusal NoSuchPerson { get; } = new(
        RefusalKind.NotFound, "person-not-found", "There is no such person", "Look for them by name or e-mail address.");

    public static Refusal NoSuchLearner { get; } = new(
        RefusalKind.NotFound, "learner-not-found", "There is no such learner",
        "Nobody with this id is or was enrolled in the course. Enrol them by their e-mail address.");

    public static Refusal NobodyWith(string email) => new(
        RefusalKind.NotFound, "person-not-found", "Nobody has this e-mail address here",
        $"There is no account for {email}. Ask the person to register first, or check the spelling.");

    private static string Minutes(TimeSpan wait) => wait <= TimeSpan.FromMinutes(1) ? "a minute" : $"{(int)Math.Ceiling(wait.TotalMinutes)} minutes";
}
