using System.Diagnostics;
using Microsoft.Extensions.AI;
using Tutor.Hosts;
using Tutor.Models;
using Tutor.Onnx;
using Tutor.Reporting;
using Tutor.Retrieval.Onnx;

namespace Tutor.Benchmarks;

/// <summary>What an embedding model on disk costs, from text to vector.</summary>
public sealed class OnnxEmbedding : IBenchmark
{
    private const int PassagePieces = 256, QuestionPieces = 16, Special = 2, Vocabulary = 30_000;

    public string Name => "onnx";

    public string Says => "Text to vector by a model with random weights in the shape of all-MiniLM-L6-v2, run by ONNX Runtime with one thread a caller: questions of 16 pieces and passages of 256, one after another and as many at once as there are cores. Calls of a model of a few kilobytes show what is not arithmetic.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable("TUTOR_ONNXRUNTIME") is not { Length: > 0 } library || !File.Exists(library))
        {
            run.Say("Not measured: ONNX Runtime is not here (./tutor models install fetches it).");
            return;
        }
        using var folder = new TemporaryFolder();
        var (models, runtime) = (new OnnxFolder(folder.Path), new OnnxLibrary(folder.Path, library));
        TinyModel.Write(Path.Combine(folder.Path, "tiny-download"), [["one"], ["two"]]);
        await MeasureTinyAsync(run, Added("tiny", "tiny-download"), ct);
        double? full = null;
        foreach (var bits in new[] { 32, 8 })
        {
            MiniLmShape.Write(Path.Combine(folder.Path, $"download-{bits}"), int8: bits == 8);
            full = await MeasureAsync(run, Added($"minilm-{bits}", $"download-{bits}"), bits, full, ct);
        }

        OnnxModels Added(string name, string download) =>
            new(models, runtime, new OnnxAdding(models, runtime).Add(Path.Combine(folder.Path, download), new OnnxWishes(name, MaxLength: PassagePieces)).Name);
    }

    private static async Task MeasureTinyAsync(BenchRun run, OnnxModels models, CancellationToken ct)
    {
        using (models)
        {
            using var generator = models.Open(models.Create([], []));
            await PerTextAsync(generator, ["one two"], run.Sizes.Seconds / 5.0, ct);
            run.Add(new Figure("a call of a model of a few kilobytes", 1000 * await PerTextAsync(generator, ["one two"], run.Sizes.Seconds / 5.0, ct), "µs"));
        }
    }

    /// <param name="full">Passages a second at 32 bits, where they have been measured.</param>
    /// <returns>Passages a second.</returns>
    private static async Task<double> MeasureAsync(BenchRun run, OnnxModels models, int bits, double? full, CancellationToken ct)
    {
        using (models)
        {
            using var generator = models.Open(models.Create([], []));
            var (question, passages) = (Texts(1, QuestionPieces), Texts(run.Sizes.AreFull ? 64 : 2, PassagePieces));
            await PerTextAsync(generator, question, 0, ct);
            run.Add(new Figure($"a question, {bits} bits", await PerTextAsync(generator, question, run.Sizes.Seconds / 2.0, ct), "ms"));
            run.Add(new Figure($"a passage, {bits} bits, one caller", await PerTextAsync(generator, passages[..1], run.Sizes.Seconds / 2.0, ct), "ms"));
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var each = await PerTextAsync(generator, passages, run.Sizes.Seconds, ct);
            run.Add(new Figure($"passages, {bits} bits, {Environment.ProcessorCount} callers", 1000 / each, "a second", full is null ? null : "32 bits", full));
            var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
            run.Add(new Figure($"processor time of a passage, {bits} bits", spent / (watch.Elapsed.TotalMilliseconds / each), "ms"));
            return 1000 / each;
        }
    }

    /// <returns>Milliseconds a text.</returns>
    private static async Task<double> PerTextAsync(IEmbeddingGenerator<string, Embedding<float>> generator, string[] texts, double seconds, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var done = 0;
        do
        {
            await generator.GenerateAsync(texts, cancellationToken: ct);
            done += texts.Length;
        }
        while (watch.Elapsed.TotalSeconds < seconds);
        return watch.Elapsed.TotalMilliseconds / done;
    }

    private static string[] Texts(int count, int pieces)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, pieces - Special).Select(_ => MiniLmShape.Word(random.Next(Vocabulary)))))];
    }
}
