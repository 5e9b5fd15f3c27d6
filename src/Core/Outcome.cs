using System.Diagnostics.CodeAnalysis;

namespace Tutor;

/// <summary>What a use case made, or why it refused.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}.");

    /// <summary>True with the value, or false with the refusal.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return Refusal is null;
    }

    public static implicit operator Outcome<T>(T value) => FromValue(value);

    public static implicit operator Outcome<T>(Refusal refusal) => FromRefusal(refusal);

    internal static Outcome<T> FromValue(T value) => new(value, null);

    internal static Outcome<T> FromRefusal(Refusal refusal) => new(default, refusal);
}

/// <summary>For use cases that make nothing.</summary>
public readonly record struct Done
{
    public static Done It { get; }
}
