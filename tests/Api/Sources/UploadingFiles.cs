using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Sources;

public sealed class UploadingFiles(TutorApp app)
{
    private const string Chapter = "# Memory\n\nWorking memory holds about four chunks at a time. Chunking joins small units into larger ones, so that more can be held.\n\n## Forgetting\n\nForgetting is fastest in the first hours after learning.\n";

    [Fact]
    public async Task Several_are_taken_at_once_and_become_ready_and_searchable()
    {
        var (instructor, course) = await AnEmptyCourseAsync();

        var answer = await UploadAsync(instructor, course, ("memory.md", Chapter), ("..\\notes\\extra.txt", "Rehearsal keeps items active in working memory for a while."));

        var uploaded = await answer.JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/v1/courses/{course}/sources", answer.Headers.Location?.OriginalString);
        Assert.Equal(["memory.md", "extra.txt"], uploaded.List("sources").Select(s => s.Text("name")));
        foreach (var source in uploaded.List("sources")) Assert.Equal("ready", (await EndAsync(instructor, source.Id())).Text("state"));

        var passages = (await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course}/passages?q=how+many+chunks+does+working+memory+hold&take=2")).JsonAsync(HttpStatusCode.OK)).List("passages").ToList();
        Assert.Contains("four chunks", passages[0].Text("text"), StringComparison.Ordinal);
        Assert.Equal("memory.md", passages[0].GetProperty("source").Text("name"));
        Assert.Equal(["Memory"], passages[0].GetProperty("locator").List("headings").Select(h => h.GetString()));
        var text = await (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{uploaded.List("sources").First().Id()}/text")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(["heading", "paragraph", "heading", "paragraph"], text.List("blocks").Select(b => b.Text("kind")));
        Assert.Equal(["Memory", "Forgetting"], text.List("blocks").Last().GetProperty("locator").List("headings").Select(h => h.GetString()));
    }

    [Fact]
    public async Task The_same_file_twenty_times_at_once_is_one_source()
    {
        var (instructor, course) = await AnEmptyCourseAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => UploadAsync(instructor, course, ("memory.md", Chapter))));

        var ids = new HashSet<Guid>();
        foreach (var answer in answers) ids.Add((await answer.JsonAsync(HttpStatusCode.Accepted)).List("sources").Single().Id());
        Assert.Single(ids);
    }

    [Fact]
    public async Task A_file_the_course_has_already_is_told_of_under_the_name_it_has()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        var first = (await (await UploadAsync(instructor, course, ("memory.md", Chapter))).JsonAsync(HttpStatusCode.Accepted)).List("sources").Single();
        Assert.Equal(JsonValueKind.Null, first.GetProperty("note").ValueKind);

        var again = (await (await UploadAsync(instructor, course, ("other.md", Chapter))).JsonAsync(HttpStatusCode.Accepted)).List("sources").Single();

        Assert.Equal((first.Id(), "memory.md"), (again.Id(), again.Text("name")));
        Assert.Contains("already, as memory.md; nothing was added", again.Text("note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_told_beside_those_that_are_taken()
    {
        var (instructor, course) = await AnEmptyCourseAsync();

        var uploaded = await (await UploadAsync(instructor, course, ("a.md", Chapter), ("empty.txt", ""), ("b.txt", "Something else to read."))).JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal(["a.md", "b.txt"], uploaded.List("sources").Select(s => s.Text("name")));
        var refused = Assert.Single(uploaded.List("refused"));
        Assert.Equal("empty-file", refused.GetProperty("failure").Text("code"));
    }

    [Theory]
    [InlineData("empty.md", "", HttpStatusCode.UnprocessableEntity, "empty-file")]
    [InlineData("program.exe", "MZ\u0090", HttpStatusCode.UnsupportedMediaType, "unsupported-type")]
    [InlineData("program.pdf", "MZ\u0090\u0003 This program cannot be run in DOS mode.", HttpStatusCode.UnsupportedMediaType, "wrong-type")]
    [InlineData("letter.doc", "text", HttpStatusCode.UnsupportedMediaType, "old-format")]
    public async Task A_file_that_is_none_of_ours_is_refused_and_nothing_stays(string name, string content, HttpStatusCode status, string code)
    {
        var (instructor, course) = await AnEmptyCourseAsync();

        var problem = await (await UploadAsync(instructor, course, (name, content))).ProblemAsync(status, code);

        Assert.Contains(name, problem.Text("detail"), StringComparison.Ordinal);
        await NothingStaysAsync(course);
    }

    [Fact]
    public async Task No_file_is_a_problem()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        using var form = new MultipartFormDataContent { { new StringContent("text"), "comment" } };
        await (await PostAsync(instructor, course, form)).ProblemAsync(HttpStatusCode.BadRequest, "no-file");
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course}/sources", new { file = "x" })).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-content-type");
        using var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.md\"\r\n\r\nhalf of i", Encoding.UTF8);
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await (await PostAsync(instructor, course, cut)).ProblemAsync(HttpStatusCode.BadRequest, "unreadable-upload");
        await NothingStaysAsync(course);
    }

    [Fact]
    public async Task One_byte_more_than_200_MB_is_too_large()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        using var form = new MultipartFormDataContent { { new StreamContent(new Zeros(FileStore.MaxBytes + 1)), "file", "large.txt" } };

        await (await PostAsync(instructor, course, form)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");

        await NothingStaysAsync(course);
    }

    [Fact]
    public async Task A_source_is_read_again_or_removed_in_any_state()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        var id = (await (await UploadAsync(instructor, course, ("memory.md", Chapter))).JsonAsync(HttpStatusCode.Accepted)).List("sources").Single().Id();
        await EndAsync(instructor, id);

        var retried = await instructor.Client.PostAsync($"/api/v1/sources/{id}/retries", new { });
        await retried.JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/v1/sources/{id}", retried.Headers.Location?.OriginalString);
        Assert.Equal("ready", (await EndAsync(instructor, id)).Text("state"));
        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/sources/{id}")).StatusCode);

        await (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{id}")).ProblemAsync(HttpStatusCode.NotFound, "source-not-found");
        Assert.Empty((await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course}/passages?q=memory")).JsonAsync(HttpStatusCode.OK)).List("passages"));
    }

    [Theory]
    [InlineData("q=&take=5", "q")]
    [InlineData("take=5", "q")]
    [InlineData("q=memory&take=0", "take")]
    [InlineData("q=memory&take=101", "take")]
    public async Task A_search_that_asks_for_nothing_or_too_much_is_refused(string query, string field)
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        var problem = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course}/passages?{query}")).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        var problem = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course}/passages?q=memory&take=many")).ProblemAsync(HttpStatusCode.BadRequest, "unreadable-parameter");
        Assert.Contains("take", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_is_given_to_save_and_never_to_run()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        const string Page = "<!doctype html><html><body><h1>Memory</h1><p>Working memory holds four chunks.</p><script>alert(1)</script></body></html>";
        var id = (await (await UploadAsync(instructor, course, ("page 1 – über.html", Page))).JsonAsync(HttpStatusCode.Accepted)).List("sources").Single().Id();

        var answer = await instructor.Client.GetAnswerAsync($"/api/v1/sources/{id}/content");

        Assert.Equal(Page, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("page 1 – über.html", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_file_are_served()
    {
        var (instructor, course) = await AnEmptyCourseAsync();
        var id = (await (await UploadAsync(instructor, course, ("memory.md", Chapter))).JsonAsync(HttpStatusCode.Accepted)).List("sources").Single().Id();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/sources/{id}/content") { Headers = { Range = new RangeHeaderValue(2, 7) } };

        var answer = await instructor.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("Memory", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
    }

    private async Task<(Person Instructor, Guid Course)> AnEmptyCourseAsync()
    {
        var instructor = await app.AddPersonAsync("instructor");
        return (instructor, (await TestCourse.AddAsync(app, instructor.Id)).Id);
    }

    private static Task<HttpResponseMessage> UploadAsync(Person instructor, Guid course, params (string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name);
        return PostAsync(instructor, course, form);
    }

    private static Task<HttpResponseMessage> PostAsync(Person instructor, Guid course, HttpContent content) =>
        instructor.Client.PostAsync(new Uri($"/api/v1/courses/{course}/sources", UriKind.Relative), content, TestContext.Current.CancellationToken);

    private static async Task<JsonElement> EndAsync(Person instructor, Guid source)
    {
        while (true)
        {
            var state = await (await instructor.Client.GetAnswerAsync($"/api/v1/sources/{source}")).JsonAsync(HttpStatusCode.OK);
            if (state.Text("state") is "ready" or "failed") return state;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task NothingStaysAsync(Guid course)
    {
        await using var db = app.NewContext();
        Assert.False(await db.Sources.AnyAsync(s => s.CourseId == course, TestContext.Current.CancellationToken));
    }

    /// <summary>A file of zeros that takes no memory.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Fill((byte)'0');
            Position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
