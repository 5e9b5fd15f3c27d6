using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Learning;
using Xunit;

namespace Tutor.People;

public sealed class TakingOnesDataAlong(TutorApp app)
{
    private static readonly Uri s_me = new("/api/v1/me", UriKind.Relative);

    [Fact]
    public async Task All_of_it_is_in_one_answer_and_nothing_of_others()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var other = await app.AddPersonAsync();
        await Scenes.EnrolAsync(other, course.Id);
        foreach (var who in new[] { learner, other })
        {
            var quiz = await Scenes.QuizAsync(who, course.Modules[0].Id);
            await Attempting.SubmitAsync(who, quiz.Id(), [], "first");
            await who.Client.PostAsJsonAsync(new Uri($"/api/v1/quizzes/{quiz.Id()}/items/{quiz.GetProperty("items")[0].Text("id")}/flags", UriKind.Relative), new { kind = "unclear", reason = $"Said by {who.Email}." }, TestContext.Current.CancellationToken);
        }

        var data = await (await learner.Client.GetAnswerAsync("/api/v1/me/export")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(learner.Email, data.GetProperty("account").Text("email"));
        Assert.Equal(1, data.GetProperty("quizzes")[0].GetProperty("attempts").GetArrayLength());
        Assert.NotEqual(0, data.GetProperty("quizzes")[0].GetProperty("attempts")[0].GetProperty("answers").GetArrayLength());
        Assert.Equal("Memory", data.GetProperty("courses")[0].Text("title"));
        Assert.Contains(learner.Email, data.GetProperty("flags")[0].Text("reason"), StringComparison.Ordinal);
        Assert.DoesNotContain(other.Email, data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_is_gone_at_once_and_others_keep_what_is_theirs()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var other = await app.AddPersonAsync();
        await Scenes.EnrolAsync(other, course.Id);
        foreach (var who in new[] { learner, other }) await Attempting.SubmitAsync(who, (await Scenes.QuizAsync(who, course.Modules[0].Id)).Id(), [], "first");

        Assert.Equal(HttpStatusCode.NoContent, await LeaveAsync(learner));

        Assert.Equal(HttpStatusCode.Unauthorized, (await learner.Client.GetAsync(s_me, TestContext.Current.CancellationToken)).StatusCode);
        await using var db = app.NewContext();
        var attempts = await db.Attempts.Select(a => a.LearnerId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(learner.Id, attempts);
        Assert.Contains(other.Id, attempts);
        Assert.Equal(HttpStatusCode.Conflict, await LeaveAsync(instructor));
    }

    private static async Task<HttpStatusCode> LeaveAsync(Person who)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, s_me) { Content = JsonContent.Create(new { password = TutorApp.Password }) };
        using var answer = await who.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
