namespace Tutor.Models;

/// <summary>An endpoint's key. Prints as dots, so that no log, record or exception ever holds it.</summary>
public sealed class ModelKey(string value)
{
    private const UnixFileMode OthersMay =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>For the request's header alone.</summary>
    public string Reveal() => value;

    public override string ToString() => "•••";

    /// <exception cref="SettingException">The file is not there, is empty, or can be read by others.</exception>
    public static ModelKey FromFile(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMay) != 0)
                throw new SettingException($"The key file {path} can be read by others; run chmod 600 {path}.");
            var text = File.ReadAllText(path).Trim();
            return text.Length > 0 ? new ModelKey(text) : throw new SettingException($"The key file {path} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The key file {path} cannot be read: {e.Message}");
        }
    }
}
