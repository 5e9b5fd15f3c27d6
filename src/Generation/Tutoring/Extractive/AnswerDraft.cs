using Tutor.Chats;
using Tutor.Facts;
using Tutor.Review;
using Tutor.Writing;

namespace Tutor.Tutoring;

/// <summary>An answer while it is put together: sentences with the quotes they rest on, each quote once.</summary>
internal sealed class AnswerDraft(IReadOnlyDictionary<Guid, string> sourceNames)
{
    private readonly List<AnswerSentence> _sentences = [];
    private readonly List<Citation> _citations = [];

    public IReadOnlyList<AnswerSentence> Sentences => _sentences;

    public IReadOnlyList<Citation> Citations => _citations;

    public void Add(string text, Evidence evidence, bool isItem = false) =>
        Add(text, [Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length)], isItem);

    public void Add(string text, IEnumerable<Citation> citations, bool isItem = false) => _sentences.Add(new AnswerSentence(text, [.. citations.Select(Index)], isItem));

    /// <summary>A run of the material's sentences; the first without what ties it to the one before.</summary>
    public void Add(LessonRun run)
    {
        for (var i = 0; i < run.Sentences.Count; i++)
            Add(i == 0 ? run.Sentences[i].Alone : run.Sentences[i].Text, run.Sentences[i].Source.Evidence, run.Sentences[i].Form is not null);
    }

    public TutorAnswer ToAnswer(string writer) => new(AnswerKind.Answer, [.. _sentences], [.. _citations], [], writer);

    private int Index(Citation citation)
    {
        var index = _citations.IndexOf(citation);
        if (index >= 0) return index;
        _citations.Add(citation);
        return _citations.Count - 1;
    }
}
