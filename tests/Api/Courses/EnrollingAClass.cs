using System.Net;
using Xunit;

namespace Tutor.Courses;

public sealed class EnrollingAClass(TutorApp app)
{
    [Fact]
    public async Task Every_place_of_the_list_has_an_outcome_and_a_second_time_changes_nothing()
    {
        var (instructor, course) = await app.ACourseAsync();
        var (here, there) = (await app.AddPersonAsync(), await app.AddPersonAsync());
        await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/enrollments", new { email = there.Email });
        var absent = $"{Guid.NewGuid():N}@example.org";
        var list = $"Name;E-mail\nAda Lovelace;{here.Email}\n{there.Email.ToUpperInvariant()}, {absent}\nGrace Hopper\n{absent}";

        Assert.Equal(["enrolled", "alreadyEnrolled", "invited", "notAnAddress", "repeated"], await InviteAsync(instructor, course.Id, list));
        Assert.Equal(["alreadyEnrolled", "alreadyEnrolled", "alreadyInvited", "notAnAddress", "repeated"], await InviteAsync(instructor, course.Id, list));

        var learners = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/enrollments")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([there.Email, here.Email], learners.List("learners").Select(l => l.Text("email")));
    }

    [Fact]
    public async Task Who_has_no_account_is_enrolled_on_registering_and_not_when_it_was_withdrawn()
    {
        var (instructor, course) = await app.ACourseAsync();
        var (comes, stays) = ($"{Guid.NewGuid():N}@example.org", $"{Guid.NewGuid():N}@example.org");
        await InviteAsync(instructor, course.Id, $"Comes <{comes}>\n{stays}");
        var invitations = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/invitations")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([("Comes", comes), ("", stays)], invitations.List("invitations").Select(i => (i.Text("name"), i.Text("email"))));
        await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/invitations/{invitations.List("invitations").Last().Id()}");

        var client = app.CreateClient();
        foreach (var email in new[] { comes, stays })
            await (await client.PostAsync("/api/v1/accounts", new { email = email.ToUpperInvariant(), password = TutorApp.Password, name = "New" })).JsonAsync(HttpStatusCode.Created);

        var learners = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/enrollments")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([comes.ToUpperInvariant()], learners.List("learners").Select(l => l.Text("email")));
        Assert.Empty((await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/invitations")).JsonAsync(HttpStatusCode.OK)).List("invitations"));
    }

    [Fact]
    public async Task Registering_while_the_list_is_taken_loses_nobody()
    {
        var (instructor, course) = await app.ACourseAsync();
        var emails = Enumerable.Range(0, 12).Select(_ => $"{Guid.NewGuid():N}@example.org").ToList();
        var client = app.CreateClient();

        await Task.WhenAll(emails.Select(e => client.PostAsync("/api/v1/accounts", new { email = e, password = TutorApp.Password, name = "New" }))
            .Append(instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/invitations", new { people = string.Join(", ", emails) })));

        var learners = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/enrollments")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(emails.Order(), learners.List("learners").Select(l => l.Text("email")).Order());
    }

    [Fact]
    public async Task An_empty_list_and_one_that_is_too_long_are_refused_whole()
    {
        var (instructor, course) = await app.ACourseAsync();
        var path = $"/api/v1/courses/{course.Id}/invitations";
        await (await instructor.Client.PostAsync(path, new { people = " \n" })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        var many = string.Join('\n', Enumerable.Range(0, 1001).Select(n => $"a{n}@example.org"));
        await (await instructor.Client.PostAsync(path, new { people = many })).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        Assert.Empty((await (await instructor.Client.GetAnswerAsync(path)).JsonAsync(HttpStatusCode.OK)).List("invitations"));
    }

    private static async Task<IEnumerable<string>> InviteAsync(Person instructor, Guid courseId, string people) =>
        (await (await instructor.Client.PostAsync($"/api/v1/courses/{courseId}/invitations", new { people })).JsonAsync(HttpStatusCode.OK)).List("places").Select(p => p.Text("outcome"));
}
