using Microsoft.AspNetCore.Identity;
using Tutor.Review;

namespace Tutor.People;

public sealed class User : IdentityUser<Guid>
{
    public string Name { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When an admin closed the account; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    public Detail Detail { get; set; } = Detail.Standard;
    public LessonStyle Style { get; set; } = LessonStyle.Prose;

    /// <summary>BCP 47; followed where a model can write it.</summary>
    public string Language { get; set; } = "en";

    /// <summary>False where no language model may be asked for this person.</summary>
    public bool Ai { get; set; } = true;
}

/// <summary>Names of the roles. Everybody is a learner.</summary>
public static class Roles
{
    public const string Learner = "learner";
    public const string Instructor = "instructor";
    public const string Admin = "admin";
    public static readonly IReadOnlyList<string> All = [Learner, Instructor, Admin];
}

/// <summary>A sign-in for the API. Tokens name it; when it is revoked they are dead.</summary>
public sealed class Session
{
    public Guid Id { get; init; }
    public Guid UserId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it was opened with, for people: "Firefox, Windows". Empty where that is not known.</summary>
    public string Device { get; init; } = "";
    public DateTimeOffset? RevokedAt { get; set; }
}
