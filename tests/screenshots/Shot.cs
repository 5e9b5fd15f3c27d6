using Microsoft.Playwright;

namespace Tutor;

/// <summary>A page as somebody sees it.</summary>
/// <param name="Who">A demo person's name; null for a stranger.</param>
/// <param name="Address">With {course} and {module} of the demo course.</param>
/// <param name="Then">What they do there before the picture is taken.</param>
public sealed record Shot(string Name, string? Who, string Address, Func<IPage, Task>? Then = null);

/// <summary>How wide a window is, and how it is lit.</summary>
public sealed record Frame(string Name, int Width, int Height, ColorScheme Light);
