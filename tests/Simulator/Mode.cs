using System.Collections.Concurrent;
using System.Globalization;

namespace Tutor.Simulation;

/// <summary>How a request is answered: <c>ok</c>, or one of <see cref="Names"/>, with a value behind "=" where it takes one.</summary>
public sealed record Mode(string Name, string? Value)
{
    /// <summary>Faults of the connection and the protocol, then of what is said.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "refuses", "slow", "hangs", "429", "429-date", "400", "401", "404", "500", "cut", "no-protocol", "no-usage", "no-end", "declines", "big", "empty",
        "not-json", "fence", "wrong-schema", "invented", "altered", "two-keys", "unproved", "other-language", "obeys", "disagrees",
        "few", "dimension", "nan", "zeros",
    ];

    public static Mode Ok { get; } = new("ok", null);

    public bool Is(string name) => Name == name;

    /// <summary>Seconds, where the mode takes them.</summary>
    public double Seconds(double otherwise) => Value is null ? otherwise : double.Parse(Value, CultureInfo.InvariantCulture);

    public static Mode Parse(string text)
    {
        var parts = text.Split('=', 2);
        if (parts[0] == "ok") return Ok;
        return Names.Contains(parts[0]) ? new Mode(parts[0], parts is [_, var value] ? value : null) : throw new FormatException($"There is no mode {parts[0]}; there are ok, {string.Join(", ", Names)}.");
    }
}

/// <summary>Modes for the next requests, in order; after the last, the name of the model decides (<c>sim+429</c>).</summary>
public sealed class ModeQueue
{
    private readonly ConcurrentQueue<Mode> _next = new();

    public void Add(params IEnumerable<string> modes)
    {
        foreach (var mode in modes.Select(Mode.Parse).ToList()) _next.Enqueue(mode);
    }

    public void Clear() => _next.Clear();

    public Mode Take(string model)
    {
        if (_next.TryDequeue(out var mode)) return mode;
        return model.Split('+', 2) is [_, var suffix] ? Mode.Parse(suffix) : Mode.Ok;
    }
}
