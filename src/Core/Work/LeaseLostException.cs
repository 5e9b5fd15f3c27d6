namespace Tutor.Work;

/// <summary>Another worker has taken over: whatever this one still wanted to write must not be written.</summary>
public sealed class LeaseLostException() : Exception("The lease has passed to another worker.");
