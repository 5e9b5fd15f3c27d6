namespace Tutor.Parsing.Jail;

/// <summary>What is run in the jail: a program with an argument list (never a shell line), what it may see, and how much it may use.</summary>
/// <param name="Program">An absolute path, or a name that is looked up in /usr/local/bin, /usr/bin and /bin.</param>
public sealed record JailSpec(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>
    /// Files and folders the program may read besides /usr; they keep their own absolute path inside. All others do not exist there.
    /// </summary>
    public IReadOnlyList<string> Readable { get; init; } = [];

    /// <summary>The whole environment besides PATH, HOME, TMPDIR and LANG: nothing is inherited, so no secret can leak.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>True for programs that need /proc and /dev, as .NET does.</summary>
    public bool NeedsProc { get; init; }

    public JailLimits Limits { get; init; } = new();
}

/// <summary>How much a jailed program may use; more than that ends it.</summary>
public sealed record JailLimits
{
    /// <summary>From start to end, the time of whoever consumes the output included.</summary>
    public TimeSpan WallClock { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Processor time.</summary>
    public TimeSpan Cpu { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Bytes of address space; null for runtimes that reserve far more than they use (limit .NET with <c>DOTNET_GCHeapHardLimit</c>).
    /// </summary>
    public long? AddressSpace { get; init; } = 1L << 30;

    /// <summary>Bytes of any one file it writes; its whole /tmp holds twice that.</summary>
    public long FileSize { get; init; } = 64L << 20;

    /// <summary>Bytes of standard output.</summary>
    public long Output { get; init; } = 256L << 20;

    /// <summary>Bytes of standard error.</summary>
    public long Errors { get; init; } = 1L << 20;
}
