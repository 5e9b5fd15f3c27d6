namespace Tutor;

/// <summary>
/// Real books and documents that are not part of the repository: the folder TUTOR_SHARED, or <c>shared</c> beside the repository.
/// Tests that want them say so when they are skipped.
/// </summary>
public static class SharedData
{
    public static string? Root { get; } = Find();

    public static bool Present => Root is not null;

    public const string Absent = "needs the shared test data (set TUTOR_SHARED, or put a folder `shared` beside the repository)";

    public static string Path(params string[] parts) =>
        System.IO.Path.Combine([Root ?? throw new InvalidOperationException(Absent), "data", .. parts]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TUTOR_SHARED") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Tutor.sln")))
            {
                var beside = System.IO.Path.Combine(folder.Parent!.FullName, "shared");
                return Directory.Exists(System.IO.Path.Combine(beside, "data")) ? beside : null;
            }
        return null;
    }
}
