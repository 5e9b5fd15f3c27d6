using System.Globalization;

namespace Tutor.Prompts;

/// <summary>What is put into a prompt. Everything counts as untrusted and is fenced, unless it is said to be our own words.</summary>
public sealed class PromptValues
{
    private readonly Dictionary<string, Func<PromptFence, object>> _values = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>A text of the course, of a learner, or of a model.</summary>
    public PromptValues Text(string name, string text) => Add(name, fence => fence.Around(name, text));

    /// <summary>Several texts with the names the answer calls them by, such as p1, p2, …</summary>
    public PromptValues List(string name, IEnumerable<PromptItem> items)
    {
        var all = items.ToList();
        return Add(name, fence => all.ConvertAll(i => new Dictionary<string, object> { ["id"] = i.Id, ["text"] = fence.Around(i.Id, i.Text) }));
    }

    /// <summary>A word of our own: a step, a level of detail. Not for anything that was uploaded, typed or generated.</summary>
    /// <exception cref="ArgumentException">It is no plain word or phrase.</exception>
    public PromptValues Word(string name, string word)
    {
        if (word.Length > 60 || word.Any(c => !char.IsLetterOrDigit(c) && c is not (' ' or '-' or '_' or '(' or ')' or ','))) throw new ArgumentException("Only a plain word or phrase goes into a prompt without a fence.", nameof(word));
        return Add(name, _ => word);
    }

    public PromptValues Number(string name, int number) => Add(name, _ => number.ToString(CultureInfo.InvariantCulture));

    internal Dictionary<string, object> With(PromptFence fence) => _values.ToDictionary(v => v.Key, v => v.Value(fence), StringComparer.Ordinal);

    private PromptValues Add(string name, Func<PromptFence, object> value)
    {
        _values.Add(name, value);
        return this;
    }
}

/// <param name="Id">Letters and digits: what the answer calls it by.</param>
public sealed record PromptItem(string Id, string Text);
