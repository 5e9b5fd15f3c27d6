using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>
/// Writes an abbreviation out where a lesson first uses it, in each detail, as the material does where it introduces it: "rapid eye movement (REM) sleep".
/// Long forms are found by the rule of Schwartz and Hearst (2003).
/// </summary>
internal sealed partial class LessonAbbreviations
{
    private readonly Dictionary<string, (string Long, Citation Citation)> _longForms = new(StringComparer.Ordinal);

    public LessonAbbreviations(IEnumerable<SourceSentence> sentences, IReadOnlyDictionary<Guid, string> sourceNames)
    {
        foreach (var sentence in sentences)
            foreach (Match match in Introduction().Matches(sentence.Sentence.Text))
            {
                var shortForm = match.Groups["short"].Value;
                if (_longForms.ContainsKey(shortForm) || LongFormOf(shortForm, match.Groups["before"].Value) is not { } longForm) continue;
                var evidence = sentence.Evidence;
                _longForms[shortForm] = (longForm, Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length));
            }
    }

    public LessonBody WriteOut(LessonBody lesson)
    {
        if (_longForms.Count == 0) return lesson;
        var citations = lesson.Citations.ToList();
        var introduced = new Dictionary<string, Detail>(StringComparer.Ordinal);
        return new LessonBody([.. lesson.Sections.Select(s => s with { Sentences = [.. s.Sentences.Select(x => WriteOut(x, introduced, citations))] })], citations);
    }

    private LessonSentence WriteOut(LessonSentence sentence, Dictionary<string, Detail> introduced, List<Citation> citations)
    {
        foreach (Match match in ShortForm().Matches(sentence.Text))
        {
            var name = match.Value;
            if (!_longForms.TryGetValue(name, out var known) || (introduced.TryGetValue(name, out var since) && since <= sentence.Detail)) continue;
            introduced[name] = sentence.Detail;
            if (sentence.Text.Contains($"({name}", StringComparison.Ordinal) || sentence.Text.Contains(known.Long, StringComparison.OrdinalIgnoreCase)) continue;
            var at = ShortForm().Matches(sentence.Text).First(m => m.Value == name).Index;
            var longForm = at == 0 ? LessonRepairs.Capitalised(known.Long) : InsideSentence(known.Long);
            citations.Add(known.Citation);
            sentence = sentence with
            {
                Text = $"{sentence.Text[..at]}{longForm} ({name}){sentence.Text[(at + name.Length)..]}",
                Citations = [.. sentence.Citations, citations.Count - 1],
            };
        }
        return sentence;
    }

    /// <summary>A capital that stands on the first word alone came from the start of its sentence.</summary>
    private static string InsideSentence(string longForm) =>
        longForm.Skip(1).Any(char.IsUpper) ? longForm : char.ToLowerInvariant(longForm[0]) + longForm[1..];

    /// <summary>The words before the bracket whose letters, read from the right, hold the abbreviation's, its first letter opening a word.</summary>
    internal static string? LongFormOf(string shortForm, string before)
    {
        var words = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words.TakeLast(Math.Min(shortForm.Length + 5, shortForm.Length * 2)));
        var at = text.Length - 1;
        for (var i = shortForm.Length - 1; i >= 0; i--)
        {
            if (!char.IsLetterOrDigit(shortForm[i])) continue;
            while (at >= 0 && (char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(shortForm[i]) || (i == 0 && at > 0 && char.IsLetterOrDigit(text[at - 1])))) at--;
            if (at < 0) return null;
            if (i > 0) at--;
        }
        var longForm = text[at..];
        return longForm.Length > shortForm.Length && longForm.Contains(' ', StringComparison.Ordinal) && !longForm.Contains(shortForm, StringComparison.Ordinal) ? longForm : null;
    }

    [GeneratedRegex(@"(?<before>(?:[\p{L}\p{N}][\p{L}\p{N}’'/-]*\s+){1,14})\((?<short>\p{Lu}[\p{Lu}\p{N}-]{1,6})\)")]
    private static partial Regex Introduction();

    [GeneratedRegex(@"(?<![\p{L}\p{N}(-])\p{Lu}[\p{Lu}\p{N}]{1,6}(?![\p{L}\p{N}-])")]
    private static partial Regex ShortForm();
}
