using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Tutor.Sources;

/// <summary>Uploads without a worker: what is accepted stays queued.</summary>
public sealed class UploadingAFile(UploadingAFile.WebOnly app) : IClassFixture<UploadingAFile.WebOnly>
{
    public sealed class WebOnly : TutorApp
    {
        protected override string ServerRoles => "web";
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SourceService Service => app.Services.GetRequiredService<SourceService>();

    private IEnumerable<string> StoredFiles => Directory.EnumerateFiles(Path.Combine(app.Home, "files"), "*", SearchOption.AllDirectories);

    [Fact]
    public async Task The_same_bytes_in_the_same_course_are_one_source_also_when_twenty_come_at_once()
    {
        var course = await TestCourse.AddAsync(app);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => course.UploadAsync($"copy-{n}.md", "# The same\n\nEvery copy of it.")));

        Assert.Single(results.Select(r => r.Source!.Id).Distinct());
        Assert.Equal(SourceState.Queued, results[0].Source!.State);
    }

    [Fact]
    public async Task A_program_renamed_to_pdf_is_refused_and_nothing_of_it_stays()
    {
        var course = await TestCourse.AddAsync(app);
        var before = StoredFiles.Count();

        var result = await course.UploadAsync("lecture.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0]);

        Assert.Equal("wrong-type", result.Refusal?.Code);
        Assert.NotEmpty(result.Refusal!.Action);
        Assert.Equal(before, StoredFiles.Count());
    }

    [Fact]
    public async Task A_file_one_byte_over_the_limit_is_refused_and_nothing_of_it_stays()
    {
        var course = await TestCourse.AddAsync(app);
        await using var zeros = new Zeros(FileStore.MaxBytes + 1);
        var before = StoredFiles.Count();

        var result = await Service.UploadAsync(course.Id, null, "large.pdf", zeros, Ct);

        Assert.Equal("too-large", result.Refusal?.Code);
        Assert.Equal(before, StoredFiles.Count());
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_leaves_no_source_and_no_part()
    {
        var course = await TestCourse.AddAsync(app);
        await using var cut = new Zeros(1 << 20, cutAt: 1 << 19);
        var before = StoredFiles.Count();

        await Assert.ThrowsAsync<IOException>(() => Service.UploadAsync(course.Id, null, "half.pdf", cut, Ct));

        Assert.Equal(before, StoredFiles.Count());
        await using var db = app.NewContext();
        Assert.DoesNotContain(db.Sources, s => s.CourseId == course.Id);
    }

    [Fact]
    public async Task Bytes_shared_by_two_courses_go_with_the_last_of_them()
    {
        var (one, other) = (await TestCourse.AddAsync(app), await TestCourse.AddAsync(app));
        var first = (await one.UploadAsync("shared.md", "# Shared\n\nBy two courses.")).Source!;
        var second = (await other.UploadAsync("shared.md", "# Shared\n\nBy two courses.")).Source!;

        await Service.DeleteAsync(first.Id, Ct);
        await using (var content = Service.OpenContent(second)) Assert.NotNull(content);
        await Service.DeleteAsync(second.Id, Ct);

        Assert.Null(Service.OpenContent(second));
    }

    /// <summary>A stream of zeros; where asked, it breaks off as a closed connection does.</summary>
    private sealed class Zeros(long length, long? cutAt = null) : Stream
    {
        private long _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at >= cutAt) throw new IOException("The client closed the connection.");
            var read = (int)Math.Min(count, length - _at);
            Array.Clear(buffer, offset, read);
            _at += read;
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _at; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
