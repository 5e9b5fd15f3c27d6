namespace Tutor;

/// <summary>Files of the demo course.</summary>
internal static class Samples
{
    public static string PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tutor.sln")))
                return Path.Combine(folder.FullName, "samples", name);
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
