using System.Text.RegularExpressions;

namespace Tutor.Courses.Joining;

/// <summary>A place on a class list.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What stands there, for who has to put it right.</param>
/// <param name="Email">Null where there is no address.</param>
public sealed record ListedAddress(int Line, string Text, string? Email, string Name);

/// <summary>
/// Reads what people paste: addresses one a line or separated by commas, "Ada Lovelace &lt;ada@example.org&gt;", or lines of a table
/// with names beside an address. A first line without an address that names columns is passed over.
/// </summary>
public static partial class ClassList
{
    /// <summary>Addresses in one list.</summary>
    public const int Most = 1000;

    public const int MaxCharacters = 100_000;

    public static IReadOnlyList<ListedAddress> Read(string text)
    {
        var places = new List<ListedAddress>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || (places.Count == 0 && IsHeading(line))) continue;
            places.AddRange(ReadLine(i + 1, line));
        }
        return places;
    }

    private static IEnumerable<ListedAddress> ReadLine(int number, string line)
    {
        var addresses = Address().Matches(line);
        if (addresses.Count == 0) return [new ListedAddress(number, line, null, "")];
        // Whoever stands alone in a line has their name beside the address.
        if (addresses.Count == 1) return [new ListedAddress(number, line, addresses[0].Value, NameBeside(line, addresses[0].Value))];
        return line.Split([',', ';', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Address().Match(part) is { Success: true } found
            ? Address().Matches(part).Select(m => new ListedAddress(number, part, m.Value, m.Index == found.Index && Address().Count(part) == 1 ? NameBeside(part, m.Value) : ""))
            : [new ListedAddress(number, part, null, "")]);
    }

    private static string NameBeside(string line, string address)
    {
        var rest = line.Replace(address, " ", StringComparison.Ordinal);
        var words = rest.Split([',', ';', '\t', '<', '>', '"', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => p.Any(char.IsLetter));
        var name = Spaces().Replace(string.Join(' ', words), " ").Trim();
        return name.Length <= 100 ? name : name[..100];
    }

    // "Name,E-mail": words that tables of people begin with.
    private static bool IsHeading(string line) =>
        !line.Contains('@', StringComparison.Ordinal) && (line.Contains("mail", StringComparison.OrdinalIgnoreCase) || line.Contains("address", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("""[^\s<>,;:"()\[\]]+@[^\s<>,;:"()\[\]]+""")]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
