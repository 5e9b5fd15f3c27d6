using System.Globalization;
using System.Net.Mail;

namespace Tutor;

/// <summary>Collects what is wrong with a request's fields, so that a person is told everything at once.</summary>
public sealed class Inputs
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>The refusal, or null where nothing is wrong.</summary>
    public Refusal? Refusal => _errors.Count == 0 ? null : new Refusal(
        RefusalKind.Invalid, "invalid-input", "Some fields need another value",
        string.Join(" ", _errors.Values.SelectMany(m => m)))
    {
        Errors = _errors.ToDictionary(e => e.Key, e => e.Value.ToArray()),
    };

    public void Add(string field, string message)
    {
        if (!_errors.TryGetValue(field, out var messages)) _errors[field] = messages = [];
        messages.Add(message);
    }

    /// <summary>A text without white space around it.</summary>
    /// <param name="label">What a person calls the field: "A title".</param>
    public string Text(string field, string? value, string label, int max, int min = 1)
    {
        var text = value?.Trim() ?? "";
        if (text.Contains('\0', StringComparison.Ordinal)) Add(field, $"{label} must not hold null characters.");
        else if (text.Length < min) Add(field, min == 1 ? $"{label} is missing." : $"{label} needs at least {min} characters.");
        else if (text.Length > max) Add(field, string.Create(CultureInfo.InvariantCulture, $"{label} may have at most {max:N0} characters; this one has {text.Length:N0}."));
        return text;
    }

    /// <summary>An e-mail address, as typed.</summary>
    public string Email(string field, string? value)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0) Add(field, "An e-mail address is missing.");
        else if (!IsEmail(text))
            Add(field, "This is not an e-mail address. Write it as name@example.org.");
        return text;
    }

    public static bool IsEmail(string? text) =>
        text is { Length: > 0 and <= 254 } && MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsControl);

    /// <summary>One of an enum's words in camelCase; null stays null.</summary>
    public T? Word<T>(string field, string? value, string label) where T : struct, Enum
    {
        if (value is null) return null;
        foreach (var known in Enum.GetValues<T>())
            if (string.Equals(WordOf(known), value.Trim(), StringComparison.OrdinalIgnoreCase)) return known;
        Add(field, $"{label} must be one of: {string.Join(", ", Enum.GetValues<T>().Select(WordOf))}.");
        return null;
    }

    /// <summary>A name in camelCase.</summary>
    public static string WordOf(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string WordOf<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
