using Microsoft.AspNetCore.Http;

namespace Tutor.Courses;

/// <summary>What a person is in a course; the later includes the earlier.</summary>
public enum Seat
{
    /// <summary>Enrolled: sees what is published.</summary>
    Learner,

    /// <summary>An instructor of the course, or an admin: sees and changes all of it.</summary>
    Staff,
}

/// <summary>A person's place in one course.</summary>
/// <param name="PublicationId">The course's newest publication; null while nothing is published.</param>
public sealed record CourseSeat(Guid CourseId, Guid UserId, Seat Seat, Guid? PublicationId)
{
    public bool IsStaff => Seat == Seat.Staff;

    /// <summary>Lets a handler take the seat that the route's rule has found.</summary>
    public static ValueTask<CourseSeat?> BindAsync(HttpContext http) => new(http.Features.Get<CourseSeat>());
}
