using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Tutor.Evaluation;

/// <summary><c>./tutor eval</c> as it is once its server runs: tests/evals against a book's folder.</summary>
public sealed class EvaluatingABook(TutorApp app) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tutor-eval-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_table_says_what_was_measured_and_what_was_not()
    {
        var (said, result) = await EvaluateAsync(shared: null);

        Assert.Contains("The Living Cell: 2 files", said, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^measure +this run +people +bar +met$", said);
        Assert.Matches(@"(?m)^  pptx: citations that stand on the place they name \(\d+\) +1\.000 +>= \.99 +yes$", said);
        Assert.Matches(@"(?m)^Not taken: items \(item_check\.py is not in ", said);
        Assert.True(Figure(result, "items_available") >= 10);
        Assert.Equal(1, Figure(result, "place_pptx"));
        Assert.InRange(Figure(result, "lesson_deep"), 1.5, 6);
        Assert.Contains(result.GetProperty("figures").EnumerateArray(), f => f.Text("key") == "time_ready" && f.GetProperty("met").GetBoolean());
        Assert.Equal(6, result.GetProperty("notTaken").EnumerateObject().Count());
    }

    [Fact]
    public async Task A_second_run_is_compared_with_the_first()
    {
        var (first, _) = await EvaluateAsync(shared: null, "--quick");
        var (said, result) = await EvaluateAsync(shared: null, "--quick");

        Assert.DoesNotContain("change", first, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^measure +this run +people +bar +met +\d{4}-\d\d-\d\d \d\d:\d\d +change$", said);
        Assert.Matches(@"(?m)^  items there are in all +(\d+) +\1 +0$", said);
        var figure = result.GetProperty("figures").EnumerateArray().Single(f => f.Text("key") == "items_available");
        Assert.Equal(figure.GetProperty("value").GetInt32(), figure.GetProperty("before").GetInt32());
    }

    [Fact]
    public async Task The_scripts_beside_the_shared_books_give_their_figures()
    {
        Assert.SkipUnless(SharedData.Present && File.Exists(Path.Combine(SharedData.Root!, "eval", "score_run.py")), SharedData.Absent);

        var (said, result) = await EvaluateAsync(SharedData.Root, "--formats", "pptx");

        Assert.DoesNotContain("Not taken", said, StringComparison.Ordinal);
        Assert.Contains("* the lower of the two bars", said, StringComparison.Ordinal);
        Assert.InRange(Figure(result, "stem_ndcg"), .5, 1);
        Assert.InRange(Figure(result, "chunk_iou1"), .2, 1);
        Assert.InRange(Figure(result, "items_valid"), .99, 1);
        Assert.Contains(result.GetProperty("figures").EnumerateArray(), f => f.Text("key") == "fall_items_gate");
    }

    [Fact]
    public async Task A_folder_that_is_no_book_is_refused_in_words()
    {
        var (said, code) = await RunAsync(null, _folder);

        Assert.Equal(2, code);
        Assert.Contains("has no sections.jsonl, so it is not a book's folder", said, StringComparison.Ordinal);
    }

    private static double Figure(JsonElement result, string key) =>
        result.GetProperty("figures").EnumerateArray().Single(f => f.Text("key") == key).GetProperty("value").GetDouble();

    private async Task<(string Said, JsonElement Result)> EvaluateAsync(string? shared, params string[] options)
    {
        var ct = TestContext.Current.CancellationToken;
        var (book, result) = (Path.Combine(_folder, "book"), Path.Combine(_folder, "result.json"));
        if (!Directory.Exists(book)) await SmallBook.WriteAsync(book, ct);
        var (said, code) = await RunAsync(shared, [book, "--out", result, .. options]);
        Assert.True(code == 0, said);
        return (said, JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(result, ct)));
    }

    private async Task<(string Said, int Code)> RunAsync(string? shared, params string[] arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        var instructor = await app.AddPersonAsync("instructor");
        var start = new ProcessStartInfo("python3", [Path.Combine(SmallBook.Repository, "tests", "evals"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TUTOR_ADDRESS"] = app.Address;
        start.Environment["TUTOR_EMAIL"] = instructor.Email;
        start.Environment["TUTOR_PASSWORD"] = TutorApp.Password;
        start.Environment["TUTOR_EVALS"] = Path.Combine(_folder, "evals");
        start.Environment["TUTOR_SHARED"] = shared ?? Path.Combine(_folder, "absent");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (output + await errors, process.ExitCode);
    }
}
