using Tutor.Sources;

namespace Tutor.Models.Vectors;

/// <summary>What the last call to the embedding endpoint has shown. After a failure questions do without for a while, so that not every search waits.</summary>
internal sealed class EmbedderHealth(TimeProvider clock, TimeSpan rest)
{
    private volatile State? _down;

    public Failure? Down => _down?.Failure;

    /// <summary>Whether questions should not be sent now.</summary>
    public bool Rests => _down is { } down && clock.GetUtcNow() < down.Until;

    public void Succeeded() => _down = null;

    public void Failed(Failure failure) => _down = new State(failure, clock.GetUtcNow() + rest);

    private sealed record State(Failure Failure, DateTimeOffset Until);
}
