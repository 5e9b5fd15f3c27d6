using System.Collections.Concurrent;

namespace Tutor.Simulation;

/// <summary>A request as it came in.</summary>
/// <param name="Task">The name of the schema the answer shall have; empty where the prompt names none.</param>
/// <param name="Key">What stood in the header Authorization.</param>
/// <param name="Body">As sent.</param>
public sealed record LoggedRequest(string Path, string Model, string Task, string Mode, string? Key, string Body)
{
    /// <summary>From the request's last byte to the answer's; zero while it is answered.</summary>
    public TimeSpan Took { get; internal set; }
}

/// <summary>All requests since the start.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentQueue<LoggedRequest> _requests = new();

    public IReadOnlyList<LoggedRequest> All => [.. _requests];

    public void Add(LoggedRequest request) => _requests.Enqueue(request);

    public void Clear() => _requests.Clear();
}
