using System.Net;
using Tutor.Learning;
using Xunit;

namespace Tutor.Courses;

public sealed class LeavingACourse(TutorApp app)
{
    [Fact]
    public async Task All_of_it_is_closed_at_once_the_quiz_in_hand_too()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var module = course.Modules[0].Id;
        var quiz = await Scenes.QuizAsync(learner, module);
        var attempt = await Attempting.SubmitAsync(learner, quiz.Id(), [], "first");

        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/enrollments/{learner.Id}")).StatusCode);

        var item = quiz.List("items").First();
        foreach (var path in new[] { $"courses/{course.Id}", $"courses/{course.Id}/dashboard", $"modules/{module}/lesson", $"modules/{module}/quiz", $"quizzes/{quiz.Id()}/attempts/{attempt.Id()}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await learner.Client.GetAnswerAsync("/api/v1/" + path)).StatusCode));
        await (await learner.Client.PutAsync($"/api/v1/quizzes/{quiz.Id()}/answers/{item.Id()}", new { choiceId = item.List("choices").First().Id() })).ProblemAsync(HttpStatusCode.NotFound, "quiz-not-found");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/quizzes/{quiz.Id()}/attempts") { Headers = { { "Idempotency-Key", "second" } }, Content = System.Net.Http.Json.JsonContent.Create(new { answers = new Dictionary<Guid, Guid>() }) };
        await (await learner.Client.SendAsync(request, TestContext.Current.CancellationToken)).ProblemAsync(HttpStatusCode.NotFound, "quiz-not-found");
    }

    [Fact]
    public async Task What_was_done_is_there_again_on_coming_back()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var right = course.Modules[0].Items.ToDictionary(i => i.Id, i => i.Key);
        await Attempting.SubmitAsync(learner, quiz.Id(), quiz.List("items").ToDictionary(i => i.Id(), i => right[i.Id()]), "first");
        var before = await DashboardAsync(learner, course.Id);

        await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/enrollments/{learner.Id}");
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = learner.Email })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(before, await DashboardAsync(learner, course.Id));
        Assert.Equal(quiz.Id(), (await Scenes.QuizAsync(learner, course.Modules[0].Id)).Id());
    }

    private static async Task<string> DashboardAsync(Person learner, Guid courseId) =>
        (await (await learner.Client.GetAnswerAsync($"/api/v1/courses/{courseId}/dashboard")).JsonAsync(HttpStatusCode.OK)).GetRawText();
}
