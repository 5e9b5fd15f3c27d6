using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Tutor.Models;

/// <summary>Values of settings, with words for those that make no sense.</summary>
internal static class SettingValues
{
    /// <exception cref="SettingException">There is a name nobody reads: most likely a slip of the pen.</exception>
    public static void OnlyKnown(IConfigurationSection section, IReadOnlyCollection<string> known)
    {
        var unknown = section.GetChildren().Select(c => c.Key).FirstOrDefault(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null) throw new SettingException($"{section.Path}:{unknown} is not a setting; there are {string.Join(", ", known)}.");
    }

    public static long Number(IConfigurationSection setting, long otherwise, long least, long most) => setting.Value switch
    {
        null or "" => otherwise,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        _ => throw new SettingException(string.Create(CultureInfo.InvariantCulture, $"{setting.Path} must be a whole number from {least} to {most}.")),
    };

    public static double Decimal(IConfigurationSection setting, double otherwise, double least, double most) => setting.Value switch
    {
        null or "" => otherwise,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        _ => throw new SettingException(string.Create(CultureInfo.InvariantCulture, $"{setting.Path} must be a number from {least} to {most}.")),
    };

    public static bool YesNo(IConfigurationSection setting, bool otherwise) => setting.Value switch
    {
        null or "" => otherwise,
        var text when bool.TryParse(text, out var value) => value,
        _ => throw new SettingException($"{setting.Path} must be true or false."),
    };
}
