using Tutor.Chats;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Tutoring;

/// <summary>
/// For material whose sentences are not read as English running text is: other languages, slides, transcripts. Up to three sentences that share most with
/// the question, in the order of the text.
/// </summary>
internal static class PlainSentences
{
    private const int Most = 3, MostWords = 60;

    /// <summary>Weighted share of the question's words from which a sentence speaks of it.</summary>
    private const double Speaks = 0.34;

    public static TutorAnswer? Answer(AskedQuestion asked, TutorMaterial material, Func<Evidence, bool> allowed)
    {
        var all = Math.Max(0.1, material.Weights.Sum(asked.Words));
        var best = material.Table.Chunks.SelectMany(c => SentenceSplitter.Split(c.Text, 0, c.Text.Length).Select(s => new Evidence(c, s.Start, s.Length)))
            .Where(e => ContentWords.Count(e.Text) is >= 3 and <= MostWords && !Openers.LeansBack(e.Text) && allowed(e))
            .Select(e => (Evidence: e, Share: material.Weights.Sum(ContentWords.Of(e.Text).Where(asked.Words.Contains).Distinct(StringComparer.Ordinal)) / all))
            .Where(x => x.Share >= Speaks).OrderByDescending(x => x.Share + (0.3 * material.ScoreOf(x.Evidence.Chunk))).Take(Most)
            .OrderBy(x => material.Table.Chunks.ToList().IndexOf(x.Evidence.Chunk)).ThenBy(x => x.Evidence.Start).ToList();
        var draft = new AnswerDraft(material.SourceNames);
        foreach (var (evidence, _) in best) draft.Add(string.Join(' ', evidence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), evidence);
        return draft.Sentences.Count == 0 ? null : draft.ToAnswer(WriterName.ExtractiveTutor);
    }
}
