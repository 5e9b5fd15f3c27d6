using System.Runtime.CompilerServices;
using Tutor.Chats;
using Tutor.Checks;
using Tutor.Courses;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Tutoring;

/// <summary>
/// Answers a learner's questions: by the model of the role tutor where there is one and it can, else in the material's own sentences. Whatever was said is
/// kept, also where the learner stops it in the middle.
/// </summary>
public sealed class TutorService(ChatHistory history, Screens screens, UncoveredQuestions uncovered, QuestionFinder finder, HintService hints, ModelTutor model, Lexicon lexicon)
{
    /// <summary>Takes a question in; what it is answered with comes from <see cref="AnswerAsync"/>.</summary>
    /// <param name="screen">Null for what the chat was opened beside.</param>
    public async Task<Outcome<Asking>> AskAsync(Chat chat, CourseSeat seat, string? text, OnScreen? screen, CancellationToken ct)
    {
        if (!(await screens.ReadAsync(seat, screen ?? chat.Screen, ct)).Succeeded(out var content, out var elsewhere))
        {
            // What was on the screen when the chat began may be gone since; what a message names must be there.
            if (screen is not null) return elsewhere;
            content = ScreenContent.Nothing;
        }
        if (!(await history.AskAsync(chat, text, screen, ct)).Succeeded(out var asked, out var refusal)) return refusal;
        return new Asking(asked, content);
    }

    /// <summary>The answer as it comes. Whoever stops reading, or cancels, stops it: what was said until then is kept as cut.</summary>
    public async IAsyncEnumerable<TutorEvent> AnswerAsync(Asking asking, [EnumeratorCancellation] CancellationToken ct)
    {
        var answer = new RunningAnswer();
        try
        {
            yield return new QuestionTaken(asking.Asked.Message, asking.Asked.Quota);
            await foreach (var sentence in WriteAsync(asking, answer, ct)) yield return sentence;
            var message = await KeepAsync(asking.Asked, answer);
            yield return new AnswerGiven(message, answer.ToAnswer(), asking.Asked.Quota);
        }
        finally
        {
            if (!answer.IsKept)
            {
                answer.Stop();
                await KeepAsync(asking.Asked, answer);
            }
        }
    }

    private async Task<ChatMessage?> KeepAsync(AskedMessage asked, RunningAnswer answer)
    {
        answer.IsKept = true;
        return await history.AnswerAsync(asked, answer.ToAnswer(), answer.Reading == asked.Message.Text ? null : answer.Reading);
    }

    private async IAsyncEnumerable<SentenceSaid> WriteAsync(Asking asking, RunningAnswer answer, [EnumeratorCancellation] CancellationToken ct)
    {
        var asked = asking.Asked;
        answer.Reading = asked.Message.Text;
        if (SmallTalk.AnswerTo(asked.Message.Text) is { } talk)
        {
            yield return answer.Say(talk, [], AnswerKind.Talk);
            yield break;
        }
        if (OpenItems.Asked(asked.Message.Text, asking.Screen.Item is { IsOpen: true } beside ? beside : null, await screens.OpenItemsAsync(asked.Chat.LearnerId, asked.Chat.CourseId, ct)) is { } item)
        {
            yield return answer.Say("This is a question of your quiz, so I do not answer it before you hand in.", [], AnswerKind.OpenItem);
            var hint = await hints.GiveAsync(item, HintStep.Pointer, ct);
            foreach (var sentence in hint.Sentences) yield return answer.Say(sentence.Text, sentence.Citations.Select(c => hint.Citations[c]), AnswerKind.OpenItem);
            yield break;
        }
        var context = await finder.FindAsync(asked, asking.Screen, ct);
        answer.Reading = context.Reading;
        await foreach (var sentence in TellAsync(context, answer, ct)) yield return sentence;
        if (answer.Kind == AnswerKind.NotCovered) await uncovered.AddAsync(asked.Chat.CourseId, asked.Message.Screen?.ModuleId, context.Reading, ct);
    }

    private async IAsyncEnumerable<SentenceSaid> TellAsync(QuestionContext context, RunningAnswer answer, [EnumeratorCancellation] CancellationToken ct)
    {
        var material = context.Found.Count > 0 ? TutorMaterial.Of(context.Found, context.Question, lexicon) : null;
        // A model may find what the rule does not see; where the course has no word of the question it is not asked.
        if (material is not null && context.AsksModel && (context.Covered || context.Question.Words.Any(w => context.Found.Take(3).Any(p => ContentWords.Of(p.Chunk.IndexedText).Contains(w)))))
        {
            var ending = new ModelEnding();
            var question = new ModelQuestion(context.CourseId, context.Asked.Message.Text, context.Asked.Before, context.Screen.Item?.Body.Stem ?? context.Screen.Title, context.Found, material.Support, context.Guard);
            await foreach (var (text, citations) in model.AnswerAsync(question, ending, ct)) yield return answer.Say(text, citations, AnswerKind.Answer, model.Name);
            if (answer.Said > 0)
            {
                answer.End(ending);
                yield break;
            }
            if (ending is { NotCovered: true, Failure: null })
            {
                yield return answer.Refuse(TutorMaterial.Nearest(Shown(context), context.Question.Words), model.Name);
                yield break;
            }
            answer.Notice = ending.Failure is { } failure ? TutorNotices.Instead(failure) : TutorNotices.Unsupported;
        }
        await Task.CompletedTask;
        var written = context.Covered && material is not null ? ExtractiveTutor.Answer(context.Question, material, context.Allows) ?? PlainSentences.Answer(context.Question, material, context.Allows) : null;
        if (written is null)
        {
            var held = context is { Covered: true, Guard: not null } && material is not null && ExtractiveTutor.Answer(context.Question, material, _ => true) is not null;
            yield return held ? answer.HoldBack() : answer.Refuse(material is null ? [] : TutorMaterial.Nearest(Shown(context), context.Question.Words), WriterName.ExtractiveTutor);
            yield break;
        }
        foreach (var sentence in written.Sentences) yield return answer.Say(sentence.Text, sentence.Citations.Select(c => written.Citations[c]), AnswerKind.Answer, written.Writer, sentence.IsItem);
    }

    /// <summary>Passages that may be shown as they are: beside an open item none that gives it away.</summary>
    private static List<Retrieval.Passage> Shown(QuestionContext context) =>
        [.. context.Found.Where(p => context.Allows(new Evidence(p.Chunk, 0, p.Chunk.Text.Length)))];
}

/// <summary>A question that was taken in, with what is on the screen.</summary>
public sealed record Asking(AskedMessage Asked, ScreenContent Screen);
