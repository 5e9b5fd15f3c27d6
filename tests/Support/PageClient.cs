using System.Net;
using System.Text.RegularExpressions;

namespace Tutor;

/// <summary>Asks for pages with somebody's cookie, without a browser and without following redirects.</summary>
public sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;

    private PageClient(HttpClient http) => _http = http;

    /// <param name="who">Null for a stranger.</param>
    public static async Task<PageClient> StartAsync(TutorApp app, Person? who = null)
    {
        var client = new PageClient(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) });
        if (who is not null) await client.SignInAsync(who.Email);
        return client;
    }

    public async Task<(HttpStatusCode Status, string Body, string? Location)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => _http.Dispose();

    private async Task SignInAsync(string email)
    {
        var (_, page, _) = await GetAsync("/sign-in");
        using var answer = await PostAsync("/sign-in", new Dictionary<string, string>
        {
            ["email"] = email, ["password"] = TutorApp.Password, ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in was answered by {answer.StatusCode}.");
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
