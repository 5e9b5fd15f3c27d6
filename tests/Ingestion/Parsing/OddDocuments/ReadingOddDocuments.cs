using System.Text;
using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.OddDocuments;

/// <summary>The chain of check and parser over files that broke other readers: each ends as its manifest says.</summary>
public sealed class ReadingOddDocuments
{
    /// <summary>Instructions in plain sight are text of the source like any other; only hidden ones must go.</summary>
    private static readonly Dictionary<string, int> CanariesInPlainSight = new() { ["ds-inj.md"] = 1, ["ds-inj.vtt"] = 1 };

    public static TheoryData<string> Files() => SharedData.Present ? [.. OddDocument.All.Select(d => d.File)] : ["(absent)"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_ends_as_expected(string file)
    {
        Assert.SkipUnless(SharedData.Present, SharedData.Absent);
        var odd = OddDocument.All.Single(d => d.File == file);

        // A guard against hanging, not a measurement: a reader that never ends must fail this row rather than stop the run.
        var (source, failure) = await ReadAsync(odd).WaitAsync(TimeSpan.FromSeconds(odd.MaxSeconds), TestContext.Current.CancellationToken);

        if (failure is not null) AssertFitForPeople(failure);
        switch (odd.Expected)
        {
            case "text":
                Assert.Null(failure);
                break;
            case "no-text":
                Assert.Equal("no-text", failure?.Code);
                break;
            case "refuse":
                Assert.NotNull(failure);
                break;
            default:
                Assert.Equal("either", odd.Expected);
                break;
        }
        if (source is not null) AssertText(odd, source);
        if (odd.Never == "a file outside the work folder") Assert.False(File.Exists("/tmp/tutor-evil.txt") || File.Exists("/etc/tutor-evil"));
    }

    private static async Task<(ParsedSource? Source, Failure? Failure)> ReadAsync(OddDocument odd)
    {
        try
        {
            return (await Uploaded.ParseFileAsync(odd.Path, odd.File), null);
        }
        catch (SourceRefusedException refused)
        {
            return (null, refused.Failure);
        }
    }

    private static void AssertText(OddDocument odd, ParsedSource source)
    {
        var text = string.Join('\n', source.Blocks.Select(b => b.Text));
        // PDFs store some letters as presentation forms; the words are the same.
        var folded = text.Normalize(NormalizationForm.FormKC);
        var found = odd.MustContainMostOf.Count(w => folded.Contains(w.Normalize(NormalizationForm.FormKC), StringComparison.OrdinalIgnoreCase));
        Assert.True(found * 2 >= odd.MustContainMostOf.Count, $"{found} of {odd.MustContainMostOf.Count} words found in: {text[..Math.Min(text.Length, 500)]}");
        Assert.True(text.Count(c => !char.IsWhiteSpace(c)) >= odd.MinChars, $"{text.Count(c => !char.IsWhiteSpace(c))} characters of {odd.MinChars}");
        Assert.DoesNotContain('\ufffd', text);
        if (odd.Never is { } never) Assert.DoesNotContain(never, text, StringComparison.Ordinal);
        if (odd.MustNotObey is { } canary) Assert.Equal(CanariesInPlainSight.GetValueOrDefault(odd.File), text.Split(canary).Length - 1);
    }

    private static void AssertFitForPeople(Failure failure)
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", failure.Code);
        Assert.All([failure.Message, failure.Action], s => Assert.EndsWith(".", s, StringComparison.Ordinal));
        Assert.DoesNotContain("xception", failure.Message, StringComparison.Ordinal);
    }
}
