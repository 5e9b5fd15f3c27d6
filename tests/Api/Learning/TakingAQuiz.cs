using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Learning;

public sealed class TakingAQuiz(TutorApp app)
{
    [Fact]
    public async Task Twenty_who_ask_at_once_get_the_same_quiz()
    {
        var (_, course, learner) = await app.APublishedCourseAsync(items: 12);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => learner.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/quiz")));

        var bodies = new HashSet<string>();
        foreach (var answer in answers) bodies.Add((await answer.JsonAsync(HttpStatusCode.OK)).GetRawText());
        Assert.Single(bodies);
        await using var db = app.NewContext();
        Assert.Equal(1, await db.Quizzes.CountAsync(q => q.LearnerId == learner.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Staff_who_try_an_unpublished_module_at_once_get_the_same_quiz()
    {
        var (instructor, course) = await app.ACourseAsync(items: 12);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => instructor.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/quiz")));

        var ids = new HashSet<Guid>();
        foreach (var answer in answers) ids.Add((await answer.JsonAsync(HttpStatusCode.OK)).Id());
        Assert.Single(ids);
    }

    [Fact]
    public async Task Nothing_in_it_tells_a_key()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();

        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        Assert.Equal(["id", "items", "moduleId"], quiz.EnumerateObject().Select(p => p.Name).Order());
        foreach (var item in quiz.List("items"))
        {
            Assert.Equal(["choices", "explained", "id", "savedChoiceId", "stem"], item.EnumerateObject().Select(p => p.Name).Order());
            Assert.All(item.List("choices"), c => Assert.Equal(["id", "text"], c.EnumerateObject().Select(p => p.Name).Order()));
            // The order of choices is the stored one.
            var stored = course.Modules[0].Items.Single(i => i.Id == item.Id());
            Assert.Equal(stored.Body.Choices.Select(c => c.Id), item.List("choices").Select(c => c.Id()));
        }
    }

    [Fact]
    public async Task An_answer_is_kept_before_hand_in_and_can_be_taken_back()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = course.Modules[0].Items.Single(i => i.Id == quiz.List("items").First().Id());
        var path = $"/api/v1/quizzes/{quiz.Id()}/answers/{item.Id}";

        Assert.Equal(HttpStatusCode.NoContent, (await learner.Client.PutAsync(path, new { choiceId = item.Wrong })).StatusCode);
        Assert.Equal(item.Wrong, (await Scenes.QuizAsync(learner, course.Modules[0].Id)).List("items").First().Id("savedChoiceId"));
        Assert.Equal(HttpStatusCode.NoContent, (await learner.Client.PutAsync(path, new { choiceId = (Guid?)null })).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await Scenes.QuizAsync(learner, course.Modules[0].Id)).List("items").First().GetProperty("savedChoiceId").ValueKind);
    }

    [Fact]
    public async Task A_choice_of_another_item_is_not_kept()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var (first, second) = (quiz.List("items").First().Id(), course.Modules[0].Items.Single(i => i.Id == quiz.List("items").Last().Id()));

        await (await learner.Client.PutAsync($"/api/v1/quizzes/{quiz.Id()}/answers/{first}", new { choiceId = second.Key })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "item-not-in-quiz");
        await (await learner.Client.PutAsync($"/api/v1/quizzes/{quiz.Id()}/answers/{Guid.NewGuid()}", new { choiceId = second.Key })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "item-not-in-quiz");

        Assert.All((await Scenes.QuizAsync(learner, course.Modules[0].Id)).List("items"), i => Assert.Equal(JsonValueKind.Null, i.GetProperty("savedChoiceId").ValueKind));
    }

    [Fact]
    public async Task A_begun_quiz_stays_when_the_course_is_published_again()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var module = course.Modules[0].Id;
        var quiz = await Scenes.QuizAsync(learner, module);
        var item = course.Modules[0].Items.Single(i => i.Id == quiz.List("items").First().Id());
        await learner.Client.PutAsync($"/api/v1/quizzes/{quiz.Id()}/answers/{item.Id}", new { choiceId = item.Key });

        await (await instructor.Client.PostAsync($"/api/v1/reviews/{item.Id}/decisions", new { verdict = "reject" })).JsonAsync(HttpStatusCode.Created);
        await Scenes.PublishAsync(instructor, course.Id);

        Assert.Equal(quiz.Id(), (await Scenes.QuizAsync(learner, module)).Id());
        await Attempting.SubmitAsync(learner, quiz.Id(), [], "done");
        var next = await Scenes.QuizAsync(learner, module);
        Assert.NotEqual(quiz.Id(), next.Id());
        Assert.DoesNotContain(item.Id, next.List("items").Select(i => i.Id()));
    }

    [Fact]
    public async Task A_publication_that_leaves_the_modules_items_alone_leaves_the_quiz_alone()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        await instructor.Client.PatchAsync($"/api/v1/modules/{course.Modules[0].Id}", new { title = "A better title" });
        Assert.Equal(2, (await Scenes.PublishAsync(instructor, course.Id)).GetProperty("number").GetInt32());

        Assert.Equal(quiz.GetRawText(), (await Scenes.QuizAsync(learner, course.Modules[0].Id)).GetRawText());
    }

    [Fact]
    public async Task A_module_without_items_has_none()
    {
        var (_, course, learner) = await app.APublishedCourseAsync(items: 0);
        await (await learner.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/quiz")).ProblemAsync(HttpStatusCode.NotFound, "no-items");
    }
}
