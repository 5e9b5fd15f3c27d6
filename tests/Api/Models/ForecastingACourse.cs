using System.Text.Json;
using Tutor.People;
using Xunit;

namespace Tutor.Models;

public sealed class ForecastingACourse(TutorApp app)
{
    [Fact]
    public async Task Costs_nothing_where_no_model_writes_also_before_there_is_any_material()
    {
        var instructor = await app.AddPersonAsync(Roles.Instructor);
        var course = await TestCourse.AddAsync(app, instructor.Id);

        var forecast = JsonDocument.Parse(await instructor.Client.GetStringAsync($"/api/v1/courses/{course.Id}/forecast", TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(0, forecast.GetProperty("modules").GetInt32());
        Assert.Empty(forecast.GetProperty("steps").EnumerateArray());
        Assert.Equal(0, forecast.GetProperty("tokens").GetProperty("most").GetInt64());
    }
}
