using System.Text.RegularExpressions;

namespace Tutor.Sources;

/// <summary>File names as people order them: "chapter 2" before "chapter 10".</summary>
public sealed partial class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y) => string.CompareOrdinal(Key(x), Key(y));

    // Digits padded to one length make ordinal order numeric order; 20 digits hold any number a name has.
    private static string Key(string? name) => Digits().Replace((name ?? "").ToLowerInvariant(), m => m.Value.PadLeft(20, '0')) + "\0" + name;

    [GeneratedRegex(@"\d{1,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
