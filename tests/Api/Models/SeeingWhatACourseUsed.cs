using System.Text.Json;
using Npgsql;
using Tutor.People;
using Xunit;

namespace Tutor.Models;

public sealed class SeeingWhatACourseUsed(TutorApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_its_instructor_the_sums_by_day_and_purpose()
    {
        var instructor = await app.AddPersonAsync(Roles.Instructor);
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await AddCallAsync(course.Id, "answered", 900, 100);
        await AddCallAsync(course.Id, "model-stalled", 900, 20);

        var usage = JsonDocument.Parse(await instructor.Client.GetStringAsync($"/api/v1/courses/{course.Id}/usage", Ct)).RootElement;

        Assert.Equal(1920, usage.GetProperty("spentToday").GetInt64());
        var purpose = Assert.Single(usage.GetProperty("purposes").EnumerateArray());
        Assert.Equal("local/m", purpose.GetProperty("model").GetString());
        Assert.Equal((2, 1), (purpose.GetProperty("calls").GetInt32(), purpose.GetProperty("failed").GetInt32()));
    }

    private async Task AddCallAsync(Guid course, string outcome, int input, int output)
    {
        await using var command = app.Database.DataSource.CreateCommand("""
            insert into model_calls (id, course_id, role, endpoint, model, prompt, prompt_hash, outcome, input_tokens, output_tokens, created_at)
            values ($1, $2, 'Writer', 'local', 'm', 'lesson', '0', $3, $4, $5, now())
            """);
        foreach (object value in (object[])[Guid.NewGuid(), course, outcome, input, output]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(Ct);
    }
}
