namespace Tutor.Reporting;

/// <summary>One line of a benchmark's table.</summary>
/// <param name="What">What was measured, with its size.</param>
/// <param name="Against">What it is compared with, measured in the same run; null where the figure speaks for itself.</param>
/// <param name="Reference">The same measure of <paramref name="Against"/>.</param>
public sealed record Figure(string What, double Value, string Unit, string? Against = null, double? Reference = null, Bar? Bar = null)
{
    /// <summary>The figure as a multiple of what it is compared with.</summary>
    public double? Ratio => Reference is > 0 ? Value / Reference : null;

    /// <summary>Null where there is no bar.</summary>
    public bool? Met => Bar?.IsMetBy(Value, Ratio);

    /// <summary>The cells of its row, as <see cref="FigureTable"/> heads them.</summary>
    public IReadOnlyList<string> Cells =>
    [
        What,
        Amount.Of(Value, Unit),
        Against is null ? "" : Reference is { } reference ? $"{Against}: {Amount.Of(reference, Unit)}" : Against,
        Ratio is { } ratio ? Amount.Of(ratio) : "",
        Bar?.ToString() ?? "",
        Met switch { true => "met", false => "NOT MET", null => "" },
    ];
}
