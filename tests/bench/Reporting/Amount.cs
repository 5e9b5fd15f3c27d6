using System.Globalization;

namespace Tutor.Reporting;

/// <summary>Numbers with about three digits that mean something.</summary>
public static class Amount
{
    public static string Of(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.1 => value.ToString("0.0000", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.###", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    public static string Of(double value, string unit) => unit.Length == 0 ? Of(value) : $"{Of(value)} {unit}";
}
