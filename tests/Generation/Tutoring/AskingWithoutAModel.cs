using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Tutoring;

public sealed class AskingWithoutAModel(TutorCourse app) : IClassFixture<TutorCourse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sentence_stands_in_the_material_and_says_where()
    {
        English.IsNeeded();
        var answer = await app.AskAsync(await app.AddLearnerAsync(), "What is osmosis?");

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.StartsWith("Osmosis is the movement of water", TutorCourse.Said(answer)[0], StringComparison.Ordinal);
        await using var db = app.NewContext();
        foreach (var sentence in answer.GetProperty("sentences").EnumerateArray())
        {
            Assert.NotEmpty(sentence.GetProperty("citations").EnumerateArray());
            foreach (var n in sentence.GetProperty("citations").EnumerateArray())
            {
                var citation = answer.GetProperty("citations")[n.GetInt32() - 1];
                var (quote, chunkId) = (citation.GetProperty("quote").GetString()!, citation.GetProperty("chunkId").GetGuid());
                var chunk = await db.Chunks.SingleAsync(c => c.Id == chunkId, Ct);
                Assert.Equal(quote, chunk.Text.Substring(citation.GetProperty("start").GetInt32(), quote.Length));
            }
        }
    }

    [Fact]
    public async Task As_events_it_is_taken_told_and_done_in_this_order()
    {
        var learner = await app.AddLearnerAsync();
        using var answer = await TutorCourse.SendAsync(learner, await app.BeginAsync(learner), "What is the membrane?", accept: "text/event-stream", ct: Ct);

        var text = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var names = text.Split('\n').Where(l => l.StartsWith("event: ", StringComparison.Ordinal)).Select(l => l[7..]).ToList();
        Assert.Equal("asked", names[0]);
        Assert.Equal(["citations", "done"], names[^2..]);
        Assert.All(names[1..^2], n => Assert.Equal("token", n));
        Assert.Contains("thin layer that surrounds a cell", text, StringComparison.Ordinal);
    }

    /// <summary>Both words are everywhere in a course on cells, so that nothing else says that this one asks what the material tells.</summary>
    [Fact]
    public async Task What_a_heading_of_the_material_asks_is_covered()
    {
        English.IsNeeded();
        var answer = await app.AskAsync(await app.AddLearnerAsync(), "What are the parts of a cell?");

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Both_sides_of_a_comparison_are_told()
    {
        English.IsNeeded();
        var answer = await app.AskAsync(await app.AddLearnerAsync(), "What is the difference between osmosis and diffusion?");

        var said = string.Join(' ', TutorCourse.Said(answer));
        Assert.Contains("Osmosis is the movement", said, StringComparison.Ordinal);
        Assert.Contains("iffusion", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_leans_on_the_one_before_is_read_with_it()
    {
        var learner = await app.AddLearnerAsync();
        var chat = await app.BeginAsync(learner);
        await TutorCourse.AskAsync(learner, chat, "What is osmosis?");

        var second = await TutorCourse.AskAsync(learner, chat, "And what about diffusion?");

        Assert.Contains("spreading of particles", string.Join(' ', TutorCourse.Said(second.GetProperty("answer"))), StringComparison.Ordinal);
        var whole = await TutorCourse.JsonAsync(await learner.Client.GetAsync(new Uri($"/api/v1/chats/{chat}", UriKind.Relative), Ct), HttpStatusCode.OK);
        Assert.Equal("What is diffusion?", whole.GetProperty("messages")[2].GetProperty("reading").GetString());
        Assert.Equal(4, whole.GetProperty("messages").GetArrayLength());
        Assert.Equal("What is osmosis?", whole.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("Who won the football world cup in 2018?")]
    [InlineData("What is the capital of France?")]
    [InlineData("What is photosynthesis?")]
    public async Task What_the_material_does_not_cover_is_said_and_counted_without_a_name(string question)
    {
        var learner = await app.AddLearnerAsync();

        var answer = await app.AskAsync(learner, question);

        Assert.Equal("notCovered", answer.GetProperty("kind").GetString());
        Assert.StartsWith("Your material does not cover this", TutorCourse.Said(answer)[0], StringComparison.Ordinal);
        var counted = await app.Instructor.Client.GetStringAsync(new Uri($"/api/v1/courses/{app.CourseId}/questions", UriKind.Relative), Ct);
        Assert.Contains(question, counted, StringComparison.Ordinal);
        Assert.DoesNotContain(learner.Id.ToString(), counted, StringComparison.Ordinal);
        Assert.DoesNotContain(learner.Email, counted, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.Client.GetAsync(new Uri($"/api/v1/courses/{app.CourseId}/questions", UriKind.Relative), Ct)).StatusCode);
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Thanks!")]
    public async Task A_greeting_gets_a_word_back_and_is_no_gap_in_the_material(string text)
    {
        var answer = await app.AskAsync(await app.AddLearnerAsync(), text);

        Assert.Equal("talk", answer.GetProperty("kind").GetString());
        await using var db = app.NewContext();
        Assert.False(await db.UncoveredQuestions.AnyAsync(q => q.Text == text, Ct));
    }

    [Fact]
    public async Task An_order_to_machines_in_a_source_is_told_to_nobody()
    {
        var learner = await app.AddLearnerAsync();
        foreach (var question in new[] { "How do plant cells keep their shape?", "What does the tutor output for the learner?", "Why does a plant wilt?" })
            Assert.DoesNotContain(TutorCourse.Canary, (await app.AskAsync(learner, question)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_has_so_many_messages_also_when_they_come_at_once()
    {
        var learner = await app.AddLearnerAsync();
        var chat = await app.BeginAsync(learner);

        var answers = await Task.WhenAll(Enumerable.Range(0, TutorCourse.MessagesPerDay + 3).Select(_ => TutorCourse.SendAsync(learner, chat, "hi", ct: Ct)));

        Assert.Equal(TutorCourse.MessagesPerDay, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        var problem = JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync(Ct));
        Assert.Equal("urn:tutor:problem:chat-quota-spent", problem.GetProperty("type").GetString());
        Assert.Equal(0, problem.GetProperty("quota").GetProperty("left").GetInt32());
        Assert.NotNull(refused.Headers.RetryAfter);
        // Deleting a chat gives nothing back, and its other questions are gone with it.
        Assert.Equal(HttpStatusCode.NoContent, (await learner.Client.DeleteAsync(new Uri($"/api/v1/chats/{chat}", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TutorCourse.SendAsync(learner, await app.BeginAsync(learner), "hi", ct: Ct)).StatusCode);
        await using var db = app.NewContext();
        Assert.False(await db.ChatMessages.AnyAsync(m => m.ChatId == chat, Ct));
    }

    [Fact]
    public async Task What_is_on_the_screen_can_be_asked_about()
    {
        var learner = await app.AddLearnerAsync();
        await using var db = app.NewContext();
        var source = await db.Sources.SingleAsync(s => s.CourseId == app.CourseId, Ct);

        var answer = await app.AskAsync(learner, "Summarise this page", new { sourceId = source.Id });
        var elsewhere = await TutorCourse.SendAsync(learner, await app.BeginAsync(learner), "Summarise this page", new { sourceId = Guid.NewGuid() }, ct: Ct);

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_empty_or_a_book_is_refused_and_not_counted()
    {
        var learner = await app.AddLearnerAsync();
        var chat = await app.BeginAsync(learner);

        Assert.Equal(HttpStatusCode.BadRequest, (await TutorCourse.SendAsync(learner, chat, "  ", ct: Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TutorCourse.SendAsync(learner, chat, new string('a', 2001), ct: Ct)).StatusCode);

        var whole = await TutorCourse.JsonAsync(await learner.Client.GetAsync(new Uri($"/api/v1/chats/{chat}", UriKind.Relative), Ct), HttpStatusCode.OK);
        Assert.Equal(0, whole.GetProperty("quota").GetProperty("used").GetInt32());
        Assert.Empty(whole.GetProperty("messages").EnumerateArray());
    }
}
