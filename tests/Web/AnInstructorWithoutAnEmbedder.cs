using Npgsql;
using Xunit;

namespace Tutor;

public sealed class AnInstructorWithoutAnEmbedder(TutorApp app) : IClassFixture<TutorApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("/search?q=osmosis")]
    public async Task Reads_on_the_page_that_passages_are_found_by_words_alone_and_what_to_do(string page)
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        using var client = await PageClient.StartAsync(app, instructor);
        Assert.DoesNotContain("by their words alone", (await client.GetAsync($"/teach/{course.Id}{page}")).Body, StringComparison.Ordinal);

        await using var command = app.Database.DataSource.CreateCommand("""
            insert into embedding_faults (course_id, failure, next_try)
            values ($1, '{"code":"away","message":"Passages are found by their words alone.","action":"Ask an administrator."}', now() + interval '1 day')
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = course.Id });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var body = (await client.GetAsync($"/teach/{course.Id}{page}")).Body;
        Assert.Contains("Passages are found by their words alone.", body, StringComparison.Ordinal);
        Assert.Contains("Ask an administrator.", body, StringComparison.Ordinal);
    }
}
