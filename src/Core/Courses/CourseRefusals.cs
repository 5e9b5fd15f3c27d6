using System.Text.Json;

namespace Tutor.Courses;

/// <summary>What people are told about courses.</summary>
public static class CourseRefusals
{
    public static Refusal StaffOnly { get; } = new(
        RefusalKind.Forbidden, "staff-only", "Only the course's instructors can do this", "Ask an instructor of the course to do it.");

    public static Refusal InstructorsOnly { get; } = new(
        RefusalKind.Forbidden, "instructors-only", "Only instructors can do this",
        "Your account is a learner's. Ask an administrator to make you an instructor.");

    /// <summary>Said to whoever may not enrol, whether or not the course exists.</summary>
    public static Refusal NoOpenCourse { get; } = new(
        RefusalKind.NotFound, "course-not-found", "There is no such course",
        "No published course that is open to you has this id. If an instructor gave it to you, ask them to enrol you by your e-mail address, or to publish the course.");

    public static Refusal NothingPublished { get; } = new(
        RefusalKind.NotFound, "nothing-published", "Nothing of this is published", "The instructor has not published it yet, or has taken it out of the course. Look again later.");

    public static Refusal NoMaterial { get; } = new(
        RefusalKind.Conflict, "no-material", "There is no material to work from",
        "Upload a source to the course and wait until it is ready. Then try again.");

    /// <summary>The sources the module was made from were deleted, or it never had passages.</summary>
    public static Refusal NoModuleMaterial { get; } = new(
        RefusalKind.Conflict, "no-material", "The module has no material to work from",
        "Its passages are no longer in the course. Upload their source again, give the module other passages, or remove the module; what is published stays.");

    /// <summary>The same words whether it never existed or is somebody else's.</summary>
    public static Refusal NoSuch(CourseThing thing)
    {
        var word = JsonNamingPolicy.KebabCaseLower.ConvertName(thing.ToString());
        return new Refusal(
            RefusalKind.NotFound, word + "-not-found", $"There is no such {word}",
            "It was removed, or it belongs to a course you are not part of. Go back to your courses and look for it there.");
    }

    public static Refusal NoNextModule { get; } = new(
        RefusalKind.Conflict, "no-next-module", "There is no module after this one", "Join the one before it with this one instead.");

    public static Refusal NoReplacement { get; } = new(
        RefusalKind.Conflict, "no-replacement", "This source cannot take the other's place", "Both must be of the same course, and the new one must have been read: its state is ready.");
}
