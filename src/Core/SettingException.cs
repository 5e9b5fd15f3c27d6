namespace Tutor;

/// <summary>A setting that makes no sense; the message says which and what would.</summary>
public sealed class SettingException(string message) : Exception(message);
