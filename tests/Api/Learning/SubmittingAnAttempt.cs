using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Xunit;

namespace Tutor.Learning;

public sealed class SubmittingAnAttempt(TutorApp app)
{
    [Fact]
    public async Task It_is_scored_and_explained_with_the_page_it_rests_on()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var items = Attempting.ItemsOf(course, quiz);

        var attempt = await Attempting.SubmitAsync(learner, quiz.Id(), new() { [items[0].Id] = items[0].Key, [items[1].Id] = items[1].Wrong }, "first");

        Assert.Equal(1, attempt.GetProperty("score").GetInt32());
        Assert.Equal(items.Count, attempt.GetProperty("outOf").GetInt32());
        var results = attempt.List("items").ToList();
        Assert.Equal(items.Select(i => i.Id), results.Select(r => r.Id("itemId")));
        Assert.Equal(items.Select(i => i.Key), results.Select(r => r.Id("keyChoiceId")));
        Assert.True(results[0].GetProperty("correct").GetBoolean());
        Assert.False(results[1].GetProperty("correct").GetBoolean());
        Assert.EndsWith("is something else.", results[1].Text("why"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, results[2].GetProperty("choiceId").ValueKind);
        Assert.All(results, r => Assert.Equal(3, r.List("citations").First().GetProperty("locator").GetProperty("page").GetInt32()));
        var again = await (await learner.Client.GetAnswerAsync($"/api/v1/quizzes/{quiz.Id()}/attempts/{attempt.Id()}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(attempt.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task Twenty_at_once_under_one_key_are_one_attempt_with_one_answer()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = Attempting.ItemsOf(course, quiz)[0];

        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Attempting.SubmitAsync(learner, quiz.Id(), new() { [item.Id] = item.Key }, "one")));

        Assert.Single(attempts.Select(a => a.GetRawText()).Distinct());
        await using var db = app.NewContext();
        Assert.Equal(1, await db.Attempts.CountAsync(a => a.QuizId == quiz.Id(), TestContext.Current.CancellationToken));
        Assert.Equal(1, (await db.Mastery.SingleAsync(m => m.LearnerId == learner.Id && m.Observations > 0, TestContext.Current.CancellationToken)).Observations);
    }

    [Fact]
    public async Task Eight_at_once_under_eight_keys_all_count()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = Attempting.ItemsOf(course, quiz)[0];

        var attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Attempting.SubmitAsync(learner, quiz.Id(), new() { [item.Id] = item.Key }, $"try-{n}")));

        Assert.Equal(Enumerable.Range(1, 8), attempts.Select(a => a.GetProperty("number").GetInt32()).Order());
        var expected = KnowledgeTracing.Default.Known;
        for (var n = 0; n < 8; n++) expected = KnowledgeTracing.Default.After(expected, correct: true, item.Body.Choices.Count);
        await using var db = app.NewContext();
        var mastery = await db.Mastery.SingleAsync(m => m.LearnerId == learner.Id && m.Observations > 0, TestContext.Current.CancellationToken);
        Assert.Equal(8, mastery.Observations);
        Assert.Equal(expected, mastery.Probability, 12);
    }

    [Fact]
    public async Task The_same_key_with_other_answers_is_still_the_first_attempt()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = Attempting.ItemsOf(course, quiz)[0];

        var first = await Attempting.SubmitAsync(learner, quiz.Id(), new() { [item.Id] = item.Wrong }, "key");
        var second = await Attempting.SubmitAsync(learner, quiz.Id(), new() { [item.Id] = item.Key }, "key");

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Without_a_key_nothing_is_stored()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        await (await Attempting.SendAsync(learner, quiz.Id(), [], key: null)).ProblemAsync(HttpStatusCode.BadRequest, "no-idempotency-key");
        await (await Attempting.SendAsync(learner, quiz.Id(), [], key: new string('k', 201))).ProblemAsync(HttpStatusCode.BadRequest, "no-idempotency-key");

        await NothingIsStoredAsync(learner.Id);
    }

    [Fact]
    public async Task An_answer_for_another_quizs_item_is_refused_and_nothing_is_stored()
    {
        var (_, course, learner) = await app.APublishedCourseAsync(modules: 2);
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var (own, other) = (Attempting.ItemsOf(course, quiz)[0], course.Modules[1].Items[0]);

        await (await Attempting.SendAsync(learner, quiz.Id(), new() { [own.Id] = own.Key, [other.Id] = other.Key }, "key")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "item-not-in-quiz");
        await (await Attempting.SendAsync(learner, quiz.Id(), new() { [own.Id] = other.Key }, "key")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "item-not-in-quiz");

        await NothingIsStoredAsync(learner.Id);
    }

    [Fact]
    public async Task Another_learners_quiz_is_not_found()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var other = await app.AddPersonAsync();
        await Scenes.EnrolAsync(other, course.Id);
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        await (await Attempting.SendAsync(other, quiz.Id(), [], "key")).ProblemAsync(HttpStatusCode.NotFound, "quiz-not-found");
        await NothingIsStoredAsync(learner.Id);
    }

    [Fact]
    public async Task The_course_says_how_often_and_the_last_attempts_answer_stays_to_be_had()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        await instructor.Client.PatchAsync($"/api/v1/courses/{course.Id}", new { attemptsAllowed = 2 });
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Attempting.SendAsync(learner, quiz.Id(), [], $"try-{n}")));

        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) await refused.ProblemAsync(HttpStatusCode.Conflict, "no-attempts-left");
        var kept = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.Created);
        await Attempting.SubmitAsync(learner, quiz.Id(), [], $"try-{kept}");
    }

    [Fact]
    public async Task The_next_attempt_begins_without_the_answers_of_the_last()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = Attempting.ItemsOf(course, quiz)[0];
        await learner.Client.PutAsync($"/api/v1/quizzes/{quiz.Id()}/answers/{item.Id}", new { choiceId = item.Key });

        await Attempting.SubmitAsync(learner, quiz.Id(), new() { [item.Id] = item.Key }, "key");

        Assert.All((await Scenes.QuizAsync(learner, course.Modules[0].Id)).List("items"), i => Assert.Equal(JsonValueKind.Null, i.GetProperty("savedChoiceId").ValueKind));
    }

    [Fact]
    public async Task Handing_in_finishes_the_module_and_what_comes_next_is_the_other_one()
    {
        var (_, course, learner) = await app.APublishedCourseAsync(modules: 2);
        var before = await DashboardAsync(learner, course.Id);
        Assert.Equal(course.Modules[0].Id, before.GetProperty("next").Id("moduleId"));
        Assert.All(before.List("mastery"), m => Assert.Equal(KnowledgeTracing.Default.Known, m.GetProperty("probability").GetDouble()));
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        await Attempting.SubmitAsync(learner, quiz.Id(), Attempting.ItemsOf(course, quiz).ToDictionary(i => i.Id, i => i.Key), "key");

        var after = await DashboardAsync(learner, course.Id);
        Assert.Equal(1, after.GetProperty("progress").GetProperty("finished").GetInt32());
        Assert.Equal(course.Modules[1].Id, after.GetProperty("next").Id("moduleId"));
        Assert.Equal("learn", after.GetProperty("next").Text("kind"));
        Assert.All(after.List("mastery").Where(m => m.Id("moduleId") == course.Modules[0].Id), m => Assert.True(m.GetProperty("probability").GetDouble() >= Dashboards.Mastered));
    }

    [Fact]
    public async Task What_was_weak_is_advised_again_and_blocks_nothing()
    {
        var (_, course, learner) = await app.APublishedCourseAsync(modules: 2);
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        await Attempting.SubmitAsync(learner, quiz.Id(), Attempting.ItemsOf(course, quiz).ToDictionary(i => i.Id, i => i.Wrong), "key");

        var dashboard = await DashboardAsync(learner, course.Id);

        Assert.Equal("revise", dashboard.GetProperty("next").Text("kind"));
        Assert.Equal(course.Modules[0].Id, dashboard.GetProperty("next").Id("moduleId"));
        Assert.Equal(course.Modules[0].Objectives.Order(), dashboard.GetProperty("next").List("objectives").Select(o => o.GetGuid()).Order());
        await Scenes.QuizAsync(learner, course.Modules[1].Id);
    }

    [Fact]
    public async Task A_module_can_be_finished_without_its_quiz()
    {
        var (_, course, learner) = await app.APublishedCourseAsync(modules: 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => learner.Client.PostAsync($"/api/v1/modules/{course.Modules[0].Id}/completions", new { })));

        foreach (var answer in answers) await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(1, (await DashboardAsync(learner, course.Id)).GetProperty("progress").GetProperty("finished").GetInt32());
    }

    private static async Task<JsonElement> DashboardAsync(Person learner, Guid courseId) =>
        await (await learner.Client.GetAnswerAsync($"/api/v1/courses/{courseId}/dashboard")).JsonAsync(HttpStatusCode.OK);

    private async Task NothingIsStoredAsync(Guid learnerId)
    {
        await using var db = app.NewContext();
        Assert.False(await db.Attempts.AnyAsync(a => a.LearnerId == learnerId, TestContext.Current.CancellationToken));
        Assert.False(await db.Mastery.AnyAsync(m => m.LearnerId == learnerId && m.Observations > 0, TestContext.Current.CancellationToken));
        Assert.False(await db.Completions.AnyAsync(c => c.LearnerId == learnerId, TestContext.Current.CancellationToken));
    }
}
