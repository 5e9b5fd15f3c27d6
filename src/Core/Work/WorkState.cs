namespace Tutor.Work;

/// <summary>State of a piece of background work as the API tells it.</summary>
public enum WorkState
{
    Queued,
    Running,
    Ready,
    Failed,
}
