using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Tutor.Courses;

public sealed class RunningACourse(TutorApp app)
{
    [Fact]
    public async Task An_instructor_makes_changes_and_removes_one()
    {
        var instructor = await app.AddPersonAsync("instructor");

        var answer = await instructor.Client.PostAsync("/api/v1/courses", new { title = " Memory ", description = "How we remember." });
        var made = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/courses/{made.Id()}", answer.Headers.Location?.OriginalString);
        Assert.Equal("Memory", made.Text("title"));
        var changed = await (await instructor.Client.PatchAsync(answer.Headers.Location!.OriginalString, new { review = "required", enrolment = "invitation", attemptsAllowed = 2 })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("Memory", changed.Text("title"));
        Assert.Equal("required", changed.Text("review"));
        Assert.Equal("invitation", changed.Text("enrolment"));
        Assert.Equal(2, changed.GetProperty("attemptsAllowed").GetInt32());

        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{made.Id()}")).StatusCode);
        await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{made.Id()}")).ProblemAsync(HttpStatusCode.NotFound, "course-not-found");
    }

    [Fact]
    public async Task A_learner_cannot_make_one()
    {
        var learner = await app.AddPersonAsync();
        await (await learner.Client.PostAsync("/api/v1/courses", new { title = "Mine" })).ProblemAsync(HttpStatusCode.Forbidden, "instructors-only");
    }

    [Theory]
    [InlineData("title", "\"\"")]
    [InlineData("review", "\"sometimes\"")]
    [InlineData("enrolment", "\"closed\"")]
    [InlineData("attemptsAllowed", "-1")]
    public async Task A_value_that_makes_no_sense_is_told_and_nothing_is_stored(string field, string value)
    {
        var (instructor, course) = await app.ACourseAsync();
        using var content = new StringContent($$"""{"description":"changed","{{field}}":{{value}}}""", System.Text.Encoding.UTF8, "application/json");

        var answer = await instructor.Client.PatchAsync(new Uri($"/api/v1/courses/{course.Id}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
        await using var db = app.NewContext();
        Assert.Equal("", await db.Courses.Where(c => c.Id == course.Id).Select(c => c.Description).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_published_course_with_attempts_can_be_removed_whole()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);

        Assert.Equal(HttpStatusCode.NoContent, (await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}")).StatusCode);

        await using var db = app.NewContext();
        Assert.False(await db.Quizzes.AnyAsync(q => q.Id == quiz.Id(), TestContext.Current.CancellationToken));
        Assert.False(await db.Reviewables.AnyAsync(r => r.CourseId == course.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Lists_come_in_pages_of_a_hundred_without_gaps_or_repeats()
    {
        var instructor = await app.AddPersonAsync("instructor");
        await using (var db = app.NewContext())
        {
            var now = DateTimeOffset.UtcNow;
            for (var i = 0; i < 205; i++)
            {
                // Many at the same moment: the id must break the tie.
                var course = new Course { Id = Guid.NewGuid(), Title = $"Course {i}", CreatedAt = now.AddSeconds(i / 50) };
                db.Courses.Add(course);
                db.CourseStaff.Add(new CourseStaff { CourseId = course.Id, UserId = instructor.Id });
            }
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var seen = new List<Guid>();
        var sizes = new List<int>();
        for (string? next = ""; next is not null;)
        {
            var page = await (await instructor.Client.GetAnswerAsync("/api/v1/courses?cursor=" + next)).JsonAsync(HttpStatusCode.OK);
            var ids = page.List("courses").Select(c => c.Id()).ToList();
            seen.AddRange(ids);
            sizes.Add(ids.Count);
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal([100, 100, 5], sizes);
        Assert.Equal(205, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("!!")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk6MDA")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        var instructor = await app.AddPersonAsync("instructor");
        await (await instructor.Client.GetAnswerAsync("/api/v1/courses?cursor=" + cursor)).ProblemAsync(HttpStatusCode.BadRequest, "unknown-cursor");
    }
}
