namespace Tutor.Work;

/// <summary>What there is to know of work that succeeded, in words a teacher understands: that there is less of it than usual, and why.</summary>
/// <param name="Code">Stable and machine-readable, in kebab-case: <c>few-items</c>.</param>
/// <param name="Message">What is so, with numbers.</param>
/// <param name="Action">What would change it.</param>
public sealed record Notice(string Code, string Message, string Action);
