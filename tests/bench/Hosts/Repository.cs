namespace Tutor.Hosts;

/// <summary>Places in the repository, and beside it.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The server as it is built in the same configuration as the benchmarks.</summary>
    public static string Server { get; } = System.IO.Path.Combine(Root, "src/Server/bin", Configuration, "net10.0/Tutor.Server.dll");

    /// <summary>The folder with the shared books; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Tutor.sln"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks run from a clone of the repository.");
    }

    private static string? FindShared()
    {
        var named = Environment.GetEnvironmentVariable("TUTOR_SHARED") is { Length: > 0 } folder ? folder : System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "../shared"));
        return Directory.Exists(System.IO.Path.Combine(named, "data")) ? named : null;
    }
}
