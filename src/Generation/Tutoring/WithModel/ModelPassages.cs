using Tutor.Checks;
using Tutor.Language;
using Tutor.ModelWriting;
using Tutor.Prompts;
using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Tutoring;

/// <summary>The passages a model is given for a question: the best ones, without sentences that speak to machines or that an open quiz forbids.</summary>
internal static class ModelPassages
{
    private const int Most = 8;

    public static (PassageSet Set, IReadOnlyList<PromptItem> Items) Of(IReadOnlyList<Passage> found, KeyGuard? guard)
    {
        bool Allowed(Chunk chunk, int start, int length) => guard?.Allows(chunk.Id, start, length, chunk.Text.Substring(start, length)) ?? true;
        var best = found.Take(Most).ToList();
        var set = new PassageSet([.. best.Select(p => p.Chunk)], best.DistinctBy(p => p.Chunk.SourceId).ToDictionary(p => p.Chunk.SourceId, p => p.SourceName), best.Take(1).Select(p => p.Chunk.Id));
        return (set, [.. set.Cut((chunk, text) => Without(chunk, text, Allowed), heading => guard?.Allows(heading) ?? true)]);
    }

    /// <summary>Cut out sentence by sentence: what is left stands in the chunk as it was, so that quotes of it are found.</summary>
    private static string Without(Chunk chunk, string text, Func<Chunk, int, int, bool> allowed)
    {
        var left = text;
        foreach (var s in SentenceSplitter.Split(chunk.Text, 0, chunk.Text.Length).OrderByDescending(s => s.Start))
        {
            var sentence = chunk.Text.Substring(s.Start, s.Length);
            if (InjectedOrders.IsIn(sentence) || !allowed(chunk, s.Start, s.Length)) left = left.Replace(sentence, "", StringComparison.Ordinal);
        }
        return left;
    }
}
