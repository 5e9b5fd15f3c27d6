using Tutor.Chats;
using Tutor.Review;
using Tutor.Work;

namespace Tutor.Tutoring;

/// <summary>An answer while it is given: what was said until now, and what would be kept of it.</summary>
internal sealed class RunningAnswer
{
    private readonly List<AnswerSentence> _sentences = [];
    private readonly List<Citation> _citations = [];
    private IReadOnlyList<Citation> _nearest = [];
    private string _writer = WriterName.ExtractiveTutor;
    private bool _cut;

    public AnswerKind Kind { get; private set; }

    public string Reading { get; set; } = "";

    public Notice? Notice { get; set; }

    public bool IsKept { get; set; }

    public int Said => _sentences.Count;

    public SentenceSaid Say(string text, IEnumerable<Citation> citations, AnswerKind kind, string writer = WriterName.ExtractiveTutor, bool isItem = false)
    {
        (Kind, _writer) = (kind, writer);
        var before = _citations.Count;
        var sentence = new AnswerSentence(text, [.. citations.Select(Index)], isItem);
        _sentences.Add(sentence);
        return new SentenceSaid(sentence, _citations[before..]);
    }

    public SentenceSaid Refuse(IReadOnlyList<Citation> nearest, string writer)
    {
        _nearest = nearest;
        return Say(nearest.Count > 0 ? "Your material does not cover this. These passages come nearest." : "Your material does not cover this.", [], AnswerKind.NotCovered, writer);
    }

    public SentenceSaid HoldBack()
    {
        Notice = TutorNotices.HeldBack;
        return Say("What the material says of this would answer a question of your open quiz, so I keep it until you hand in.", [], AnswerKind.OpenItem);
    }

    /// <summary>A model's answer has ended, well or not.</summary>
    public void End(ModelEnding ending)
    {
        _cut = ending.Failure is not null;
        Notice = ending.Failure is { } failure ? TutorNotices.Broken(failure) : ending.NotCovered ? TutorNotices.PartlyCovered : ending.Dropped > 0 ? TutorNotices.LeftOut : null;
    }

    public void Stop() => (_cut, Notice) = (true, TutorNotices.Stopped);

    public TutorAnswer ToAnswer() => new(Kind, [.. _sentences], [.. _citations], _nearest, _writer) { Cut = _cut, Notice = Notice };

    private int Index(Citation citation)
    {
        var index = _citations.IndexOf(citation);
        if (index >= 0) return index;
        _citations.Add(citation);
        return _citations.Count - 1;
    }
}
