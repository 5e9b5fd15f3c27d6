using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tutor.Review;
using Xunit;

namespace Tutor.Learning;

public sealed class ReadingALesson(TutorApp app)
{
    [Fact]
    public async Task It_comes_in_the_readers_own_way_with_its_citations()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        await learner.Client.PutAsync("/api/v1/me/preferences", new { detail = "brief", style = "outline" });

        var lesson = await (await learner.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/lesson")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("""{"detail":"brief","style":"outline"}""", lesson.GetProperty("profile").GetRawText());
        Assert.Contains("Working memory holds about four chunks at a time.", lesson.Text("html"), StringComparison.Ordinal);
        Assert.All(lesson.List("sentences"), s => Assert.Equal([1], s.List("citations").Select(c => c.GetInt32())));
        var citation = Assert.Single(lesson.List("citations"));
        Assert.Equal(1, citation.GetProperty("n").GetInt32());
        Assert.Equal(course.Chunk.Id, citation.Id("chunkId"));
        Assert.Equal(3, citation.GetProperty("locator").GetProperty("page").GetInt32());
    }

    [Fact]
    public async Task One_that_has_not_changed_is_not_sent_again()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var path = $"/api/v1/modules/{course.Modules[0].Id}/lesson?detail=deep";
        var first = await learner.Client.GetAnswerAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()) } } };

        var second = await learner.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var other = await learner.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/lesson?detail=brief");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Who_takes_it_packed_gets_the_same_packed_under_a_tag_of_its_own()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var path = $"/api/v1/modules/{course.Modules[0].Id}/lesson";
        var plain = await learner.Client.GetAnswerAsync(path);

        var packed = await AskAsync(learner, path, r => r.AcceptEncoding.ParseAdd("br, gzip;q=0.8"));
        var refused = await AskAsync(learner, path, r => r.AcceptEncoding.ParseAdd("gzip;q=0"));
        var known = await AskAsync(learner, path, r => r.IfNoneMatch.Add(EntityTagHeaderValue.Parse(packed.Headers.ETag!.ToString())));

        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        using var unpacked = new StreamReader(new GZipStream(await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress));
        Assert.Equal(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await unpacked.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(refused.Content.Headers.ContentEncoding);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(Person person, string path, Action<HttpRequestHeaders> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with(request.Headers);
        return await person.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_unknown_way_is_told_with_those_there_are()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();
        var problem = await (await learner.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/lesson?detail=endless&style=rhyme")).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        Assert.Contains("brief, standard, deep", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("prose, examples, outline", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_learners_share_one_variant()
    {
        var (_, course, learner) = await app.APublishedCourseAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => learner.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/lesson?detail=deep&style=outline")));

        var bodies = new HashSet<string>();
        foreach (var answer in answers) bodies.Add((await answer.JsonAsync(HttpStatusCode.OK)).GetRawText());
        Assert.Single(bodies);
        await using var db = app.NewContext();
        var lesson = await db.Reviewables.SingleAsync(r => r.Id == course.Modules[0].LessonId, TestContext.Current.CancellationToken);
        Assert.Equal(1, await db.Artefacts.CountAsync(a => a.Inputs.Contains(lesson.RevisionId.ToString()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Learners_read_what_is_published_and_staff_what_is_new()
    {
        var (instructor, course) = await app.ACourseAsync();
        var path = $"/api/v1/modules/{course.Modules[0].Id}/lesson";
        await (await instructor.Client.GetAnswerAsync(path)).JsonAsync(HttpStatusCode.OK);
        var learner = await app.AddPersonAsync();
        await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = learner.Email });

        await (await learner.Client.GetAnswerAsync(path)).ProblemAsync(HttpStatusCode.NotFound, "nothing-published");
        await Scenes.PublishAsync(instructor, course.Id);
        await (await learner.Client.GetAnswerAsync(path)).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_that_staff_ask_for_and_is_not_there_is_written()
    {
        var (instructor, course) = await app.ACourseAsync();
        await using (var db = app.NewContext())
            await db.Reviewables.Where(r => r.CourseId == course.Id && r.Kind == ReviewableKind.Lesson).ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        var answer = await instructor.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/lesson");

        var generation = await answer.JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/v1/generations/{generation.Id()}", answer.Headers.Location?.OriginalString);
        var state = await (await instructor.Client.GetAnswerAsync(answer.Headers.Location!.OriginalString)).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("lesson", state.Text("kind"));
    }
}
