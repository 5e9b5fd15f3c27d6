namespace Tutor.People;

/// <summary>What somebody signs in with, in words they recognise: "Firefox, Windows".</summary>
public static class Devices
{
    private const int MostCharacters = 60;

    // Each of these also calls itself by the names of later ones.
    private static readonly (string Sign, string Name)[] s_browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] s_systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <param name="agent">The header User-Agent.</param>
    public static string Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent)) return "";
        var parts = new[] { Find(s_browsers, agent), Find(s_systems, agent) }.OfType<string>().ToList();
        var name = parts.Count > 0 ? string.Join(", ", parts) : agent.Split('/', ' ')[0];
        name = new string([.. name.Where(c => !char.IsControl(c))]);
        return name.Length > MostCharacters ? name[..MostCharacters] : name;
    }

    private static string? Find((string Sign, string Name)[] known, string agent) => Array.Find(known, k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
