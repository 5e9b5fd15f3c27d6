using Tutor.Courses.Joining;

namespace Tutor.Web;

/// <summary>What became of a class list, in words.</summary>
public static class JoiningWords
{
    /// <summary>What somebody has to look at comes first.</summary>
    public static int Rank(InvitingOutcome outcome) => outcome switch
    {
        InvitingOutcome.NotAnAddress => 0,
        InvitingOutcome.Enrolled => 1,
        InvitingOutcome.Invited => 2,
        InvitingOutcome.AlreadyInvited => 3,
        InvitingOutcome.AlreadyEnrolled => 4,
        _ => 5,
    };

    /// <summary>Class of the badge.</summary>
    public static string Look(InvitingOutcome outcome) => outcome switch
    {
        InvitingOutcome.NotAnAddress => "bad",
        InvitingOutcome.Enrolled or InvitingOutcome.Invited => "good",
        _ => "",
    };

    public static string Sentence(InvitingOutcome outcome, int count) => (outcome, count) switch
    {
        (InvitingOutcome.NotAnAddress, 1) => "has no e-mail address. Put it right and enrol it again.",
        (InvitingOutcome.NotAnAddress, _) => "have no e-mail address. Put them right and enrol them again.",
        (InvitingOutcome.Enrolled, _) => "enrolled now",
        (InvitingOutcome.Invited, 1) => "has no account yet, and is enrolled on registering with this address",
        (InvitingOutcome.Invited, _) => "have no account yet, and are enrolled on registering with these addresses",
        (InvitingOutcome.AlreadyInvited, 1) => "was on an earlier list and has still to register",
        (InvitingOutcome.AlreadyInvited, _) => "were on an earlier list and have still to register",
        (InvitingOutcome.AlreadyEnrolled, 1) => "was enrolled already",
        (InvitingOutcome.AlreadyEnrolled, _) => "were enrolled already",
        _ => "named twice in the list",
    };

    /// <summary>Whether each is named: always what is wrong, the others while the list is short.</summary>
    public static bool IsShown(InvitingOutcome outcome, int places) => outcome == InvitingOutcome.NotAnAddress || places <= 12;
}
