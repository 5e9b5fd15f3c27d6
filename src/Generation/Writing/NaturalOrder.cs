namespace Tutor.Writing;

/// <summary>The order people expect of file names: letters without regard to case, runs of digits by their value.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            int order;
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var (m, n) = (Number(a, ref i), Number(b, ref j));
                order = m.Length != n.Length ? m.Length - n.Length : string.CompareOrdinal(m, n);
            }
            else order = char.ToUpperInvariant(a[i++]).CompareTo(char.ToUpperInvariant(b[j++]));
            if (order != 0) return order;
        }
        var rest = (a.Length - i).CompareTo(b.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    /// <summary>Digits without leading zeros: the longer one is the greater one.</summary>
    private static string Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text[start..at].TrimStart('0');
    }
}
