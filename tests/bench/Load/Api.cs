using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tutor.Hosts;

namespace Tutor.Load;

/// <summary>The public API as one person calls it. Whatever fails throws, with what was answered.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient _client;

    public Api(string address, string? token = null)
    {
        _client = new HttpClient { BaseAddress = new Uri(address + "/api/v1/"), Timeout = TimeSpan.FromMinutes(10) };
        if (token is not null) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The demo course's instructor; the demo people must be there.</summary>
    public static async Task<Api> InstructorAsync(TutorProcess server, CancellationToken ct)
    {
        using var anybody = new Api(server.Address);
        var tokens = await anybody.PostAsync("sessions", new { email = "instructor@demo.test", password = TutorProcess.Password }, ct);
        return new Api(server.Address, tokens.GetProperty("accessToken").GetString());
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken ct) => await ReadAsync(await _client.GetAsync(new Uri(path, UriKind.Relative), ct), ct);

    public async Task<byte[]> BytesAsync(string path, CancellationToken ct) => await _client.GetByteArrayAsync(new Uri(path, UriKind.Relative), ct);

    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken ct) => await ReadAsync(await _client.PostAsJsonAsync(path, body, ct), ct);

    public async Task<Guid> CourseAsync(string title, CancellationToken ct) => (await PostAsync("courses", new { title, description = "" }, ct)).GetProperty("id").GetGuid();

    public async Task UploadAsync(Guid courseId, IEnumerable<string> files, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files) form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file, ct)), "file", Path.GetFileName(file));
        await ReadAsync(await _client.PostAsync(new Uri($"courses/{courseId}/sources", UriKind.Relative), form, ct), ct);
    }

    /// <summary>Until every source of the course is ready.</summary>
    /// <exception cref="InvalidOperationException">One of them failed.</exception>
    public async Task<int> ReadyAsync(Guid courseId, CancellationToken ct)
    {
        while (true)
        {
            var sources = (await GetAsync($"courses/{courseId}/sources", ct)).GetProperty("sources").EnumerateArray().ToList();
            if (sources.Find(s => s.GetProperty("state").GetString() == "failed") is { ValueKind: JsonValueKind.Object } failed) throw new InvalidOperationException($"A source failed: {failed}");
            if (sources.TrueForAll(s => s.GetProperty("state").GetString() == "ready")) return sources.Sum(s => s.GetProperty("chunks").GetInt32());
            await Task.Delay(10, ct);
        }
    }

    /// <summary>Has something written, and waits until it is.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task WriteAsync(string path, object body, CancellationToken ct)
    {
        var id = (await PostAsync(path, body, ct)).GetProperty("id").GetGuid();
        while (true)
        {
            var generation = await GetAsync($"generations/{id}", ct);
            if (generation.GetProperty("state").GetString() is "ready") return;
            if (generation.GetProperty("state").GetString() is "failed") throw new InvalidOperationException($"{path} failed: {generation}");
            await Task.Delay(5, ct);
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(ct);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery} answered {(int)answer.StatusCode}: {text}");
            return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
        }
    }
}
