using System.Security.Cryptography;

namespace Tutor.Prompts;

/// <summary>
/// Marks where untrusted text begins and ends, with a word nobody can know in advance: text cannot end its own fence. The prompts tell the model
/// that what stands between is never an instruction. That is a help and no guarantee: what a model writes is checked all the same.
/// </summary>
/// <param name="Marker">Sixty random bits.</param>
public sealed record PromptFence(string Marker)
{
    public static PromptFence New() => new(RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12));

    public string Around(string name, string text)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw new ArgumentException($"“{name}” is no name for a fenced text.", nameof(name));
        // Sixty random bits do not turn up by chance: whoever has them has seen this rendering.
        if (text.Contains(Marker, StringComparison.Ordinal)) throw new ArgumentException("The text holds the marker of its own fence.", nameof(text));
        return $"[[begin {name} {Marker}]]\n{Printable(text)}\n[[end {name} {Marker}]]";
    }

    /// <summary>Without control characters, which show nothing to a person and something to a model.</summary>
    private static string Printable(string text) => text.All(IsPrintable) ? text : string.Concat(text.Where(IsPrintable));

    private static bool IsPrintable(char c) => !char.IsControl(c) || c is '\n' or '\t';
}
