using System.Net;
using System.Text;
using Xunit;

namespace Tutor.Http;

public sealed class RequestsNobodyMeant(TutorApp app)
{
    [Theory]
    [InlineData("{\"email\":")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"email\":{}}")]
    [InlineData("")]
    public async Task Json_that_is_none_is_a_problem_document(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var problem = await (await SendAsync(content)).ProblemAsync(HttpStatusCode.BadRequest, "unreadable-json");

        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tutor.", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_type_is_told_which_is_wanted()
    {
        using var content = new StringContent("email=a", Encoding.UTF8, "application/x-www-form-urlencoded");
        await (await SendAsync(content)).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-content-type");
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_too_large()
    {
        using var content = new StringContent("{\"email\":\"" + new string('a', ApiSetup.MaxJsonBytes) + "\"}", Encoding.UTF8, "application/json");
        await (await SendAsync(content)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task An_address_that_is_none_is_a_problem_document() =>
        await (await app.CreateClient().GetAnswerAsync("/api/v1/nothing/here")).ProblemAsync(HttpStatusCode.NotFound, "no-such-address");

    private Task<HttpResponseMessage> SendAsync(HttpContent content) =>
        app.CreateClient().PostAsync(new Uri("/api/v1/sessions", UriKind.Relative), content, TestContext.Current.CancellationToken);
}
