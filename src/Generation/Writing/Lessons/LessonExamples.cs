using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>Sentences of examples: one that says so, and those behind it that go on with its people and things; behind "Imagine" the rest of the paragraph.</summary>
internal static partial class LessonExamples
{
    public static HashSet<SourceSentence> Of(IEnumerable<SourceSentence> sentences)
    {
        var found = new HashSet<SourceSentence>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in sentences.GroupBy(s => s.Paragraph))
        {
            var (story, example) = (false, false);
            foreach (var s in paragraph)
            {
                story |= Story().IsMatch(s.Sentence.Text);
                example = Standing.OpensExample(s.Sentence.Text) || (example && s.Tokens.Count > 0 && s.Tokens[0].Tag is PartOfSpeech.Pronoun or PartOfSpeech.ProperNoun);
                if (story || example) found.Add(s);
            }
        }
        return found;
    }

    [GeneratedRegex(@"^((Now|So|But|Or|And),? )?(imagine|suppose|say,|let[’']s (say|imagine|suppose|assume)|picture|think of a time|if you were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Story();
}
