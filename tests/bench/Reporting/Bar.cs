using System.Globalization;

namespace Tutor.Reporting;

/// <summary>What a figure must be: at most or at least a limit, for the figure itself or for its ratio to what it is compared with.</summary>
public sealed record Bar(double Limit, bool AtMost, bool OfRatio, string Unit = "")
{
    public static Bar AtMostValue(double limit, string unit) => new(limit, AtMost: true, OfRatio: false, unit);

    public static Bar AtLeastValue(double limit, string unit) => new(limit, AtMost: false, OfRatio: false, unit);

    public static Bar AtMostRatio(double limit) => new(limit, AtMost: true, OfRatio: true);

    public static Bar AtLeastRatio(double limit) => new(limit, AtMost: false, OfRatio: true);

    public bool IsMetBy(double value, double? ratio) => (OfRatio ? ratio : value) is { } measured && (AtMost ? measured <= Limit : measured >= Limit);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(OfRatio ? "ratio " : "")}{(AtMost ? "≤" : "≥")} {Amount.Of(Limit)}{(Unit.Length > 0 ? " " + Unit : "")}");
}
