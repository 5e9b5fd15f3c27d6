namespace Tutor.Retrieval.Onnx;

/// <summary>The models that were added: a folder each, below TUTOR_HOME/models.</summary>
public sealed class OnnxFolder(string home)
{
    public string Root { get; } = Path.Combine(home, "models");

    public string Of(string name) => Path.Combine(Root, name);

    /// <summary>By name; those whose description cannot be read are left out.</summary>
    public IReadOnlyList<OnnxDescription> All() => !Directory.Exists(Root)
        ? []
        : [.. Directory.EnumerateDirectories(Root).Select(Path.GetFileName).Select(n => Find(n!)).OfType<OnnxDescription>().OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>Null where there is no such model, or not all of it.</summary>
    public OnnxDescription? Find(string name)
    {
        if (!IsName(name) || !File.Exists(Path.Combine(Of(name), OnnxDescription.FileName)) || !File.Exists(Path.Combine(Of(name), OnnxDescription.ModelFile))) return null;
        try
        {
            return OnnxDescription.Read(Of(name)) is { } found && found.Name == name ? found : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Small letters, digits, dots, dashes and underscores, beginning with a letter or digit: it becomes a folder and stands in settings.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
