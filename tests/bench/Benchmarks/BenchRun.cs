using Tutor.Hosts;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>What a benchmark is given, and where its figures go.</summary>
/// <param name="server">A superuser's connection string to the database <c>postgres</c>.</param>
public sealed class BenchRun(Sizes sizes, string server, TextWriter output)
{
    private readonly List<Figure> _figures = [];

    public Sizes Sizes => sizes;

    public IReadOnlyList<Figure> Figures => _figures;

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        output.WriteLine("  " + string.Join("  ", figure.Cells.Where(c => c.Length > 0)));
    }

    public void Say(string text) => output.WriteLine("  " + text);

    public Task<BenchDatabase> DatabaseAsync(CancellationToken ct) => BenchDatabase.CreateAsync(server, ct);
}
