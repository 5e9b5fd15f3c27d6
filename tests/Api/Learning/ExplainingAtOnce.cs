using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Tutor.Learning;

public sealed class ExplainingAtOnce(TutorApp app)
{
    [Fact]
    public async Task An_explained_answer_stays_whatever_is_sent_after_it()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        await instructor.Client.PatchAsJsonAsync(new Uri($"/api/v1/courses/{course.Id}", UriKind.Relative), new { explanations = "atOnce" }, TestContext.Current.CancellationToken);
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = quiz.GetProperty("items")[0];
        var at = $"/api/v1/quizzes/{quiz.Id()}/answers/{item.Text("id")}";
        var body = course.Modules[0].Items.Single(i => i.Id == item.Id()).Body;
        var (key, wrong) = (body.Choices.Single(c => c.IsKey).Id, body.Choices.First(c => !c.IsKey).Id);

        await (await learner.Client.PostAsync(at + "/explanations", new { })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "not-answered");
        await PutAsync(learner, at, wrong, HttpStatusCode.NoContent);
        var told = await (await learner.Client.PostAsync(at + "/explanations", new { })).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(key, told.GetProperty("keyChoiceId").GetGuid());
        await PutAsync(learner, at, key, HttpStatusCode.Conflict);
        var attempt = await Attempting.SubmitAsync(learner, quiz.Id(), new() { [item.Id()] = key }, "first");

        var scored = attempt.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("itemId").GetGuid() == item.Id());
        Assert.False(scored.GetProperty("correct").GetBoolean());
        Assert.Equal(wrong, scored.GetProperty("choiceId").GetGuid());
        var move = attempt.GetProperty("moves").EnumerateArray().Single();
        Assert.Equal((0, 1), (move.GetProperty("right").GetInt32(), move.GetProperty("asked").GetInt32()));
        Assert.True(move.GetProperty("to").GetDouble() < move.GetProperty("from").GetDouble());
        // The next attempt begins anew.
        await PutAsync(learner, at, key, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Where_the_course_explains_at_the_end_no_key_is_told_before()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        var item = quiz.GetProperty("items")[0];

        await (await learner.Client.PostAsync($"/api/v1/quizzes/{quiz.Id()}/answers/{item.Text("id")}/explanations", new { })).ProblemAsync(HttpStatusCode.Conflict, "explained-at-end");
    }

    private static async Task PutAsync(Person who, string at, Guid choice, HttpStatusCode expected)
    {
        using var answer = await who.Client.PutAsJsonAsync(new Uri(at, UriKind.Relative), new { choiceId = choice }, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }
}
