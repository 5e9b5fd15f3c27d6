namespace Tutor.OpenApi;

/// <summary>Values that the examples of several answers share.</summary>
internal static class Examples
{
    public static DateTimeOffset Time { get; } = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public static Guid Id(int n) => new(n, 0x4a1c, 0x7d2e, 0x9b, 0x0a, 0x5c, 0x31, 0x77, 0x10, 0x42, 0x6e);
}
