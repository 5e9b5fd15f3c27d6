namespace Tutor.Benchmarks;

/// <summary>Something that is measured against something named, in one run.</summary>
public interface IBenchmark
{
    /// <summary>As it is asked for on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured and how, in a sentence or two for the record.</summary>
    string Says { get; }

    /// <summary>A program or library it cannot do without and this machine does not have; else null.</summary>
    string? Lacks => null;

    Task RunAsync(BenchRun run, CancellationToken ct);
}
