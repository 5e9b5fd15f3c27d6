using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Tutor.People;

public sealed class Preferring(TutorApp app)
{
    private static readonly Uri s_preferences = new("/api/v1/me/preferences", UriKind.Relative);

    [Fact]
    public async Task What_is_set_is_kept_and_what_is_left_out_stays()
    {
        var person = await app.AddPersonAsync();

        await (await person.Client.PutAsJsonAsync(s_preferences, new { detail = "brief", style = "examples", language = "de", ai = false }, TestContext.Current.CancellationToken)).JsonAsync(HttpStatusCode.OK);
        await (await person.Client.PutAsJsonAsync(s_preferences, new { detail = "deep" }, TestContext.Current.CancellationToken)).JsonAsync(HttpStatusCode.OK);
        var kept = await (await person.Client.GetAnswerAsync("/api/v1/me/preferences")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("""{"detail":"deep","style":"examples","language":"de","ai":false}""", kept.GetRawText());
    }

    [Theory]
    [InlineData("detail", "endless", "brief, standard, deep")]
    [InlineData("style", "rhyme", "prose, examples, outline")]
    [InlineData("language", "klingon!", "en, de")]
    public async Task An_unknown_value_is_told_with_those_allowed_and_nothing_is_stored(string field, string value, string allowed)
    {
        var person = await app.AddPersonAsync();
        var body = new Dictionary<string, string> { ["detail"] = "deep", ["style"] = "outline", [field] = value };

        var problem = await (await person.Client.PutAsJsonAsync(s_preferences, body, TestContext.Current.CancellationToken)).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");

        Assert.Contains(allowed, problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        var kept = await (await person.Client.GetAnswerAsync("/api/v1/me/preferences")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("standard", kept.Text("detail"));
        Assert.Equal("prose", kept.Text("style"));
    }
}
