using Tutor.Memory;

namespace Tutor.Courses;

/// <summary>What is held in memory of courses, so that reading what is published need not ask the database each time.</summary>
public sealed class CourseMemory(Changes changes)
{
    /// <summary>Seats that people have, in a course or by one of its modules. That somebody has none is never remembered.</summary>
    internal Remembered<SeatKey, CourseSeat> Seats { get; } = new(changes, bytes: 400, mostBytes: 16 << 20);

    /// <summary>Rows of courses; to be read only.</summary>
    internal Remembered<Guid, Course> Courses { get; } = new(changes, bytes: 2_000, mostBytes: 4 << 20);

    internal Remembered<Guid, IReadOnlySet<Guid>> Sources { get; } = new(changes, bytes: 4_000, mostBytes: 4 << 20);

    /// <summary>Outlines of publications, which never change.</summary>
    internal BoundedMemory<Guid, IReadOnlyList<OutlineModule>> Outlines { get; } = new(mostBytes: 16 << 20);
}

internal readonly record struct SeatKey(CourseThing Thing, Guid Id, Guid UserId, bool IsAdmin);
