namespace Tutor.Work;

/// <summary>
/// Work that any worker may claim for a while. The lease runs by the database's clock; a claim raises the fence,
/// and whoever writes with an older fence writes nothing.
/// </summary>
public interface ILeased
{
    Guid Id { get; }
    Guid CourseId { get; }
    int Attempts { get; set; }
    DateTimeOffset? LeaseUntil { get; set; }
    long Fence { get; set; }
}
