using Microsoft.EntityFrameworkCore;
using Tutor.Chats;
using Xunit;

namespace Tutor.Tutoring;

/// <summary>Every fault of an endpoint: what the learner sees, what is stored, what is counted.</summary>
public sealed class AskingAModel(ModelTutorCourse app) : IClassFixture<ModelTutorCourse>
{
    private const string Question = "What is osmosis?";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="notice">What the learner is told; empty for an answer of the model's.</param>
    [Theory]
    [InlineData("ok", "answered", "")]
    [InlineData("fence", "answered", "")]
    [InlineData("no-usage", "answered", "")]
    [InlineData("refuses", "model-connection-lost", "model-connection-lost")]
    [InlineData("slow=5", "model-slow", "model-slow")]
    [InlineData("hangs", "model-stalled", "model-stalled")]
    [InlineData("429", "model-rate-limited", "model-rate-limited")]
    [InlineData("429=120", "model-rate-limited", "model-rate-limited")]
    [InlineData("429-date=120", "model-rate-limited", "model-rate-limited")]
    [InlineData("400", "model-request-refused", "model-request-refused")]
    [InlineData("401", "model-key-refused", "model-key-refused")]
    [InlineData("404", "model-not-found", "model-not-found")]
    [InlineData("500", "model-server-error", "model-server-error")]
    [InlineData("cut", "model-connection-lost", "model-connection-lost")]
    [InlineData("no-protocol", "model-empty", "model-empty")]
    [InlineData("declines", "model-declined", "model-declined")]
    [InlineData("big", "model-too-long", "model-too-long")]
    [InlineData("empty", "model-empty", "model-empty")]
    [InlineData("not-json", "answered", "model-answer-refused")]
    [InlineData("wrong-schema", "answered", "model-answer-refused")]
    [InlineData("invented", "answered", "model-answer-refused")]
    [InlineData("altered", "answered", "model-answer-refused")]
    [InlineData("other-language", "answered", "model-answer-refused")]
    public async Task Gives_an_answer_from_the_material_whatever_happens(string mode, string outcome, string notice)
    {
        English.IsNeeded();
        var learner = await app.AddLearnerAsync();
        app.Simulator.Modes.Clear();
        app.Simulator.Modes.Add(mode);

        var answer = await app.AskAsync(learner, Question);

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Contains("movement of water through a membrane", string.Join(' ', TutorCourse.Said(answer)), StringComparison.Ordinal);
        Assert.All(TutorCourse.Said(answer), s => Assert.Contains(s[..20], TutorCourse.Material, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(notice, answer.GetProperty("notice") is { ValueKind: System.Text.Json.JsonValueKind.Object } told ? told.GetProperty("code").GetString() : "");
        Assert.Equal(notice.Length == 0 ? "default/sim" : "extractive-tutor/1", answer.GetProperty("writer").GetString());
        Assert.Equal(outcome, (await app.OutcomesAsync(app.CourseId))[^1]);
        await using var db = app.NewContext();
        var stored = await db.ChatMessages.OrderByDescending(m => m.CreatedAt).FirstAsync(m => m.Speaker == Speaker.Tutor, Ct);
        Assert.Equal(string.Join(' ', TutorCourse.Said(answer)), stored.Text);
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_person_who_wants_none_asked()
    {
        var learner = await app.AddLearnerAsync();
        await using (var db = app.NewContext()) await db.Users.Where(u => u.Id == learner.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Ai, false), Ct);
        app.Simulator.Modes.Clear();
        var before = app.Simulator.Log.All.Count;

        var answer = await app.AskAsync(learner, Question);

        Assert.Equal("extractive-tutor/1", answer.GetProperty("writer").GetString());
        Assert.Equal(before, app.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task Whoever_hangs_up_stops_the_model_and_what_was_said_is_kept_as_cut()
    {
        var learner = await app.AddLearnerAsync();
        var chat = await app.BeginAsync(learner);
        app.Simulator.Modes.Clear();
        app.Simulator.Modes.Add("hangs=60");
        using (var answer = await TutorCourse.SendAsync(learner, chat, "How is water moved and stored in a cell?", accept: "text/event-stream", ct: Ct))
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(Ct);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(Ct) is { } line && line != "event: token") { }
            // Given up while it waits for more: only that closes the line at once.
            using var leave = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            leave.CancelAfter(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => { while (await reader.ReadLineAsync(leave.Token) is not null) { } });
        }

        var stored = await StoredAsync(chat);

        Assert.True(stored.Answer is { Cut: true });
        Assert.NotEmpty(stored.Answer!.Sentences);
        Assert.Equal("stopped", (await app.OutcomesAsync(app.CourseId))[^1]);
        app.Simulator.Modes.Clear();
        var again = await TutorCourse.AskAsync(learner, chat, "How is water moved and stored in a cell?");
        Assert.False(again.GetProperty("answer").GetProperty("cut").GetBoolean());
    }

    [Fact]
    public async Task A_model_that_stops_in_the_middle_leaves_what_it_said_marked_as_cut()
    {
        var learner = await app.AddLearnerAsync();
        app.Simulator.Modes.Clear();
        app.Simulator.Modes.Add("hangs=60");

        var answer = await app.AskAsync(learner, "How is water moved and stored in a cell?");

        Assert.True(answer.GetProperty("cut").GetBoolean());
        Assert.Equal("model-stalled", answer.GetProperty("notice").GetProperty("code").GetString());
        Assert.NotEmpty(TutorCourse.Said(answer));
    }

    [Fact]
    public async Task One_that_obeys_the_material_says_nothing_of_it()
    {
        var learner = await app.AddLearnerAsync();
        app.Simulator.Modes.Clear();
        app.Simulator.Modes.Add("obeys");

        var answer = await app.AskAsync(learner, "How do plant cells keep their shape?");

        Assert.Contains("turgor", string.Join(' ', TutorCourse.Said(answer)), StringComparison.Ordinal);
        Assert.DoesNotContain(TutorCourse.Canary, answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("attacker", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(TutorCourse.Canary, app.Simulator.Log.All[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_sees_no_answer_in_the_passages_says_so()
    {
        var learner = await app.AddLearnerAsync();
        app.Simulator.Modes.Clear();

        var answer = await app.AskAsync(learner, "Which water did Napoleon drink at breakfast in exile?");

        Assert.Equal("notCovered", answer.GetProperty("kind").GetString());
    }

    private async Task<ChatMessage> StoredAsync(Guid chat)
    {
        for (var n = 0; n < 100; n++)
        {
            await using var db = app.NewContext();
            if (await db.ChatMessages.AsNoTracking().SingleOrDefaultAsync(m => m.ChatId == chat && m.Speaker == Speaker.Tutor, Ct) is { } message) return message;
            await Task.Delay(100, Ct);
        }
        throw new TimeoutException("The answer that was cut is not kept after ten seconds.");
    }
}
