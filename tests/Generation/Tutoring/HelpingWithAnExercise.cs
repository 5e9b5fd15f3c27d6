using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Review;
using Xunit;

namespace Tutor.Tutoring;

/// <summary>Help on a learner's own question, with and without a model: four steps, and never the key before hand-in.</summary>
public sealed class HelpingWithAnExercise(ModelTutorCourse app) : IClassFixture<ModelTutorCourse>
{
    private const string Stem = "Which process moves water through a membrane towards more dissolved matter?";

    private static readonly string[] s_steps = ["pointer", "question", "concept", "example"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "ok")]
    [InlineData(true, "obeys")]
    [InlineData(true, "500")]
    [InlineData(true, "altered")]
    [InlineData(false, "ok")]
    public async Task Gives_four_steps_none_of_which_tells_the_key(bool withModel, string mode)
    {
        English.IsNeeded();
        var (learner, quiz, item) = await AQuizAsync(withModel);
        app.Simulator.Modes.Clear();
        app.Simulator.Modes.Add(s_steps.Select(_ => mode));
        var before = app.Simulator.Log.All.Count;

        foreach (var step in s_steps)
        {
            var hint = await HintAsync(learner, quiz, item, null);
            Assert.Equal(step, hint.GetProperty("step").GetString());
            var told = hint.GetProperty("answer").GetRawText();
            Assert.DoesNotContain("osmosis", told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(TutorCourse.Canary, told, StringComparison.Ordinal);
            Assert.NotEmpty(TutorCourse.Said(hint.GetProperty("answer")));
        }

        var prompts = app.Simulator.Log.All.Skip(before).ToList();
        Assert.Equal(withModel ? 4 : 0, prompts.Count);
        Assert.All(prompts, p => Assert.DoesNotContain("osmosis", p.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_same_step_again_is_the_same_words()
    {
        var (learner, quiz, item) = await AQuizAsync(withModel: false);

        var once = await HintAsync(learner, quiz, item, "pointer");
        var twice = await HintAsync(learner, quiz, item, "pointer");

        Assert.Equal(TutorCourse.Said(once.GetProperty("answer")), TutorCourse.Said(twice.GetProperty("answer")));
        Assert.Equal(1, twice.GetProperty("quota").GetProperty("used").GetInt32());
        Assert.Contains("cells.md", TutorCourse.Said(once.GetProperty("answer"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is the right answer?")]
    [InlineData("is it osmosis?")]
    [InlineData("Which process moves water through a membrane to where more is dissolved?")]
    public async Task Beside_it_the_chat_does_not_answer_it_before_hand_in(string question)
    {
        var (learner, _, item) = await AQuizAsync(withModel: false);

        var answer = await app.AskAsync(learner, question, new { itemId = item });

        Assert.Equal("openItem", answer.GetProperty("kind").GetString());
        Assert.DoesNotContain("osmosis", string.Join(' ', TutorCourse.Said(answer)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Beside_it_other_questions_are_answered_without_what_proves_the_key()
    {
        English.IsNeeded();
        var (learner, _, item) = await AQuizAsync(withModel: false);

        var other = await app.AskAsync(learner, "What is a vacuole?", new { itemId = item });
        var near = await app.AskAsync(learner, "What is osmosis?", new { itemId = item });

        Assert.Contains("vacuole", string.Join(' ', TutorCourse.Said(other)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("movement of water through a membrane", near.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_typed_elsewhere_in_the_course_is_known_and_not_answered()
    {
        var (learner, _, _) = await AQuizAsync(withModel: false);

        Assert.Equal("openItem", (await app.AskAsync(learner, Stem)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task After_hand_in_it_is_answered()
    {
        English.IsNeeded();
        var (learner, quiz, item) = await AQuizAsync(withModel: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/quizzes/{quiz}/attempts") { Content = JsonContent.Create(new { answers = new Dictionary<string, string>() }) };
        request.Headers.Add("Idempotency-Key", "first");
        Assert.Equal(HttpStatusCode.Created, (await learner.Client.SendAsync(request, Ct)).StatusCode);

        var answer = await app.AskAsync(learner, Stem, new { itemId = item });

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Contains("Osmosis", string.Join(' ', TutorCourse.Said(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_question_is_not_there()
    {
        var (_, quiz, item) = await AQuizAsync(withModel: false);
        var other = await app.AddLearnerAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PostAsJsonAsync($"/api/v1/quizzes/{quiz}/hints/{item}", new { }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TutorCourse.SendAsync(other, await app.BeginAsync(other), "Help", new { itemId = item }, ct: Ct)).StatusCode);
    }

    private static async Task<JsonElement> HintAsync(Person learner, Guid quiz, Guid item, string? step) =>
        await TutorCourse.JsonAsync(await learner.Client.PostAsJsonAsync($"/api/v1/quizzes/{quiz}/hints/{item}", new { step }, Ct), HttpStatusCode.OK);

    /// <summary>A learner with a quiz of one question, whose key is osmosis.</summary>
    private async Task<(Person Learner, Guid Quiz, Guid Item)> AQuizAsync(bool withModel)
    {
        var learner = await app.AddLearnerAsync();
        await using var db = app.NewContext();
        var user = db.Users.Single(u => u.Id == learner.Id);
        user.Ai = withModel;
        var chunk = db.Chunks.AsEnumerable().Single(c => c.CourseId == app.CourseId && c.Text.Contains("Osmosis is the movement", StringComparison.Ordinal));
        const string proof = "Osmosis is the movement of water through a membrane towards more dissolved matter.";
        var cited = Citation.Of(chunk, "cells.md", chunk.Text.IndexOf(proof, StringComparison.Ordinal), proof.Length);
        var (now, module, item, revision) = (DateTimeOffset.UtcNow, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        string[] options = ["Osmosis", "Diffusion", "Active transport", "Turgor"];
        var body = new ItemBody("definition-to-term", BloomLevel.Remember, Stem, [.. options.Select((o, i) => new Choice(Guid.NewGuid(), o, i == 0, i == 0 ? [cited] : []))], proof, [cited]);
        db.Modules.Add(new Module { Id = module, CourseId = app.CourseId, Position = 0, Title = "Transport", Part = "", ChunkIds = [chunk.Id], CreatedAt = now });
        db.Reviewables.Add(new Reviewable
        {
            Id = item, CourseId = app.CourseId, ModuleId = module, Kind = ReviewableKind.Item, Position = 0, RevisionId = revision, CreatedAt = now,
            Revisions = [new Revision { Id = revision, ReviewableId = item, Number = 1, Body = RevisionBodies.Write(body), Writer = "extractive/1", Checks = [], CreatedAt = now }],
        });
        var quiz = new Quiz { Id = Guid.CreateVersion7(), LearnerId = learner.Id, CourseId = app.CourseId, ModuleId = module, CreatedAt = now, Items = [new QuizItem { ItemId = item, RevisionId = revision, Position = 0 }] };
        db.Quizzes.Add(quiz);
        await db.SaveChangesAsync(Ct);
        return (learner, quiz.Id, item);
    }
}
