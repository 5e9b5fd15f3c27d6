using Xunit;

namespace Tutor.Retrieval;

public sealed class HoldingCoursesInMemory(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>
{
    [Fact]
    public async Task Sixteen_who_ask_at_once_get_what_one_loaded()
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync(SomeTexts.Of(1, 50));

        var indexes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => course.Cache.GetAsync(course.Id, 2, ACourse.Ct)));

        Assert.All(indexes, i => Assert.Same(indexes[0], i));
        Assert.Same(indexes[0], await course.Cache.GetAsync(course.Id, 1, ACourse.Ct));
    }

    [Fact]
    public async Task The_course_longest_unused_goes_when_memory_is_full()
    {
        var courses = new List<ACourse>();
        for (var n = 0; n < 3; n++)
        {
            courses.Add(await database.ACourseAsync());
            await courses[n].ReadyAsync(SomeTexts.Of(1, 50));
        }
        var size = (await courses[0].Loader.LoadAsync(courses[0].Id, ACourse.Ct)).Bytes;
        var cache = new CourseIndexCache(courses[0].Loader, mostBytes: 2 * size + size / 2);

        var first = await cache.GetAsync(courses[0].Id, 1, ACourse.Ct);
        var second = await cache.GetAsync(courses[1].Id, 1, ACourse.Ct);
        Assert.Same(first, await cache.GetAsync(courses[0].Id, 1, ACourse.Ct));
        await cache.GetAsync(courses[2].Id, 1, ACourse.Ct);

        Assert.InRange(cache.Bytes, 1, 2 * size + size / 2);
        Assert.Same(first, await cache.GetAsync(courses[0].Id, 1, ACourse.Ct));
        Assert.NotSame(second, await cache.GetAsync(courses[1].Id, 1, ACourse.Ct));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_stop_the_load_for_others()
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync(SomeTexts.Of(1, 50));
        using var impatient = new CancellationTokenSource();
        var given = course.Cache.GetAsync(course.Id, 1, impatient.Token);
        var patient = course.Cache.GetAsync(course.Id, 1, ACourse.Ct);

        await impatient.CancelAsync();

        Assert.Equal(50, (await patient).Count);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => { await given; impatient.Token.ThrowIfCancellationRequested(); });
    }
}
