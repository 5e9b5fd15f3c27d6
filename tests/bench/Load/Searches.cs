using Tutor.Courses;
using Tutor.Hosts;

namespace Tutor.Load;

/// <summary>The search of passages, question after question.</summary>
public static class Searches
{
    public static async Task<WrkResult> RunAsync(TutorProcess server, Guid course, string token, int connections, int seconds, CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder["paths.txt"], Material.Questions.Select(q => $"/api/v1/courses/{course}/passages?take=10&q={Uri.EscapeDataString(q)}"), ct);
        return await Wrk.RunAsync("search.lua", server.Address, connections, seconds, [folder["paths.txt"], "Authorization", "Bearer " + token], ct);
    }
}
