using System.Text.Json;
using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Pdf;

/// <summary>Files from the bug trackers of five projects, and traps: each with what is expected of it.</summary>
public sealed class OddPdfs
{
    public static TheoryData<string> Files() => SharedData.Present
        ? [.. File.ReadLines(SharedData.Path("documents", "manifest.jsonl")).Where(l => l.Contains(".pdf\"", StringComparison.Ordinal)).Select(l => Expectation.Of(l).File)]
        : ["-"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Are_read_or_refused_as_expected(string file)
    {
        Assert.SkipUnless(SharedData.Present, SharedData.Absent);
        var expected = Expectation.Of(File.ReadLines(SharedData.Path("documents", "manifest.jsonl")).First(l => l.Contains($"\"{file}\"", StringComparison.Ordinal)));
        ParsedSource? source = null;
        Failure? failure = null;
        try
        {
            source = await Parsers.ParseAsync(SharedData.Path("documents", "files", file));
        }
        catch (SourceRefusedException e)
        {
            failure = e.Failure;
        }

        if (expected.Expected == "text") AssertText(expected, source);
        if (expected.Expected == "no-text") Assert.Equal("no-text", failure?.Code);
        if (expected.Expected == "refuse") Assert.Contains(failure?.Code, (string[])["damaged", "password-protected"]);
        Assert.True(source is not null || failure is { Message.Length: > 20, Action.Length: > 20 });
    }

    private static void AssertText(Expectation expected, ParsedSource? source)
    {
        Assert.NotNull(source);
        var text = string.Join('\n', source.Blocks.Select(b => b.Text));
        Assert.True(expected.Words.Count(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) * 2 > expected.Words.Count || expected.Words.Count == 0);
        Assert.True(text.Count(c => !char.IsWhiteSpace(c)) >= expected.Characters);
        if (expected.NotObeyed is { } canary) Assert.DoesNotContain(canary, text, StringComparison.Ordinal);
    }

    private sealed record Expectation(string File, string Expected, IReadOnlyList<string> Words, int Characters, string? NotObeyed)
    {
        public static Expectation Of(string line)
        {
            var json = JsonDocument.Parse(line).RootElement;
            return new Expectation(
                json.GetProperty("file").GetString()!,
                json.GetProperty("expected").GetString()!,
                json.TryGetProperty("must_contain_most_of", out var words) ? [.. words.EnumerateArray().Select(w => w.GetString()!)] : [],
                json.TryGetProperty("min_chars", out var characters) ? characters.GetInt32() : 0,
                json.TryGetProperty("must_not_obey", out var canary) ? canary.GetString() : null);
        }
    }
}
