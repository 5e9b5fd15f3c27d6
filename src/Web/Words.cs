using Tutor.Review;

namespace Tutor.Web;

/// <summary>Small wordings that many pages share.</summary>
public static class Words
{
    /// <summary>One or two letters for a person.</summary>
    public static string Initials(string name)
    {
        var parts = name.Split([' ', '.', '@'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length switch
        {
            0 => "?",
            1 => parts[0][..1].ToUpperInvariant(),
            _ => string.Concat(parts[0].AsSpan(0, 1), (name.Contains('@', StringComparison.Ordinal) ? parts[1] : parts[^1]).AsSpan(0, 1)).ToUpperInvariant(),
        };
    }

    /// <summary>"1 page", "3 pages".</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>"5 minutes ago", "yesterday"; older than a week the date.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now)
    {
        var past = now - then;
        return past switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalHours: < 1 } => Count((int)past.TotalMinutes, "minute") + " ago",
            { TotalDays: < 1 } => Count((int)past.TotalHours, "hour") + " ago",
            { TotalDays: < 2 } => "yesterday",
            { TotalDays: < 7 } => Count((int)past.TotalDays, "day") + " ago",
            _ => then.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whether an explanation only says again what a quote below it says.</summary>
    public static bool Repeats(string explanation, IEnumerable<Citation> citations) =>
        string.IsNullOrWhiteSpace(explanation) || citations.Any(c => string.Equals(c.Quote.Trim(), explanation.Trim(), StringComparison.Ordinal));

    /// <summary>A quote for reading: the cells of a table's rows parted by dots, not bars. The quote itself stays as it stands in the source.</summary>
    public static string Shown(string quote) => string.Join("; ", quote.Split('\n').Select(line => string.Join(" · ", line.Split(" | ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))));

    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => Count((int)bytes, "byte"),
        < 1 << 20 => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1024.0:N0} KB"),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1048576.0:N1} MB"),
    };
}
