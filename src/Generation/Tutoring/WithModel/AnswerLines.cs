using Tutor.Checks;
using Tutor.Models;
using Tutor.ModelWriting;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.Tutoring;

/// <summary>A line of the model's answer, as the schema of <c>chat_answer</c> has it.</summary>
/// <param name="Text">Null where the line says that the passages do not answer.</param>
internal sealed record AnswerLine(string? Text, IReadOnlyList<QuoteAnswer> Quotes, IReadOnlyList<string>? Nearest);

/// <summary>Reads a model's lines against the passages it was given: a sentence passes with quotes that are found and that carry it, or not at all.</summary>
/// <param name="allowed">What may be said: beside an open quiz nothing that gives a key away.</param>
internal sealed class AnswerLines(PassageSet passages, SupportCheck support, Func<string, bool> allowed)
{
    private const int MostSentences = 8, LongestSentence = 600;

    private readonly HashSet<string> _said = new(StringComparer.OrdinalIgnoreCase);
    private bool _lastDropped;

    /// <summary>Lines that were left out.</summary>
    public int Dropped { get; private set; }

    /// <summary>True once the model has said that the passages do not answer, or not all of it.</summary>
    public bool NotCovered { get; private set; }

    /// <returns>The sentence with its citations; null for a line that says nothing that can be shown.</returns>
    public (string Text, IReadOnlyList<Citation> Citations)? Read(string json)
    {
        AnswerLine line;
        try
        {
            line = JsonAnswer.Read<AnswerLine>(json);
        }
        catch (ModelFailedException)
        {
            return Drop();
        }
        if (line.Text is null)
        {
            NotCovered = true;
            return null;
        }
        var text = line.Text.Trim();
        var faults = new List<string>();
        var cited = passages.Cite(line.Quotes, faults);
        if (PlainWords.FaultOf(text) is not null || text.Length > LongestSentence || cited.Count == 0 || faults.Count > 0) return Drop();
        if (InjectedOrders.IsIn(text) || cited.Any(c => InjectedOrders.IsIn(c.Quote)) || !allowed(text)) return Drop();
        if (!support.Of(text, cited.Select(c => c.Quote)).Passed) return Drop();
        // What leans on a sentence that was left out falls with it; what was said is not said again.
        if ((_lastDropped && Openers.LeansBack(text)) || _said.Count >= MostSentences || !_said.Add(text)) return Drop();
        _lastDropped = false;
        return (text, cited);
    }

    private (string, IReadOnlyList<Citation>)? Drop()
    {
        _lastDropped = true;
        Dropped++;
        return null;
    }
}
