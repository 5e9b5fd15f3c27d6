using System.Globalization;

namespace Tutor.Simulation;

/// <summary>Faults that come instead of an answer.</summary>
internal static class Faults
{
    /// <returns>True when the request has been dealt with.</returns>
    public static async Task<bool> ShownAsync(HttpContext http, Mode mode)
    {
        switch (mode.Name)
        {
            case "refuses":
                http.Abort();
                return true;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(mode.Seconds(30)), http.RequestAborted);
                return false;
            case "429":
                if (mode.Value is { } seconds) http.Response.Headers.RetryAfter = seconds;
                return await ErrorAsync(http, 429, "Rate limit reached.");
            case "429-date":
                http.Response.Headers.RetryAfter = DateTimeOffset.UtcNow.AddSeconds(mode.Seconds(1)).ToString("R", CultureInfo.InvariantCulture);
                return await ErrorAsync(http, 429, "Rate limit reached.");
            case "400":
                return await ErrorAsync(http, 400, "This model's maximum context length is 8192 tokens.");
            case "401":
                return await ErrorAsync(http, 401, "Incorrect API key provided: sk-secret.");
            case "404":
                return await ErrorAsync(http, 404, "The model does not exist.");
            case "500":
                return await ErrorAsync(http, 500, "The server had an error while processing your request.");
            case "no-protocol":
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<html><body>Welcome to the wireless network of this hotel.</body></html>");
                return true;
            default:
                return false;
        }
    }

    private static async Task<bool> ErrorAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(new { error = new { message, type = "simulated", code = (string?)null } });
        return true;
    }
}
