using Tutor.Review;

namespace Tutor.Personalising;

/// <summary>A lesson as it is shown and sent: HTML, and the same sentences as data.</summary>
/// <param name="Html">Safe to put into a page as it is: every text is encoded.</param>
public sealed record LessonPage(string Html, IReadOnlyList<CitedSentence> Sentences, IReadOnlyList<NumberedCitation> Citations)
{
    public static LessonPage Of(LessonVariant variant) => new(
        LessonHtml.Render(variant),
        [.. variant.Sections.SelectMany(s => s.Sentences).Select(s => new CitedSentence(s.Text, [.. s.Citations.Select(c => c + 1)]))],
        [.. variant.Citations.Select((c, i) => new NumberedCitation(i + 1, c))]);
}

/// <param name="Citations">Numbers as printed, from 1.</param>
public sealed record CitedSentence(string Text, IReadOnlyList<int> Citations);

/// <param name="Number">As printed, from 1 in order of first appearance.</param>
public sealed record NumberedCitation(int Number, Citation Citation);
