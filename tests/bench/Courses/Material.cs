using System.Text.Json;
using System.Text.RegularExpressions;
using Tutor.Hosts;

namespace Tutor.Courses;

/// <summary>A book as a teacher would upload it.</summary>
public sealed record Book(string Name, IReadOnlyList<string> Files);

/// <summary>What is ingested and searched: the shared books where they are, else the demo course's own sources.</summary>
public static partial class Material
{
    private static readonly string[] s_books = ["psychology", "sociology"];

    /// <summary>Whole books as Markdown, body text only.</summary>
    public static IReadOnlyList<Book> Books { get; } = Repository.Shared is null
        ? [new Book("the demo course's text", [.. Directory.EnumerateFiles(Repository.Path("samples", "source"), "?-*.md").Order(StringComparer.Ordinal)])]
        : [.. s_books.Select(b => new Book(b, Chapters(b)))];

    /// <summary>All PDF uploads there are.</summary>
    public static IReadOnlyList<string> Pdfs { get; } = Repository.Shared is null
        ? [.. Directory.EnumerateFiles(Repository.Path("samples"), "*.pdf").Order(StringComparer.Ordinal)]
        : [.. s_books.SelectMany(b => Directory.EnumerateFiles(Uploads(b), "*.pdf").Order(StringComparer.Ordinal))];

    /// <summary>Paragraphs of the books, without headings.</summary>
    public static IReadOnlyList<string> Paragraphs { get; } =
        [.. Books.SelectMany(b => b.Files).SelectMany(f => EmptyLine().Split(File.ReadAllText(f))).Select(p => p.Trim()).Where(p => p.Length > 200 && char.IsLetter(p[0]))];

    /// <summary>What people ask: the books' review questions, or a sentence out of each paragraph.</summary>
    public static IReadOnlyList<string> Questions { get; } = Repository.Shared is null
        ? [.. Paragraphs.Select(p => p.Split(". ")[0])]
        : [.. s_books.SelectMany(b => File.ReadLines(Path.Combine(Repository.Shared, "data", b, "retrieval.jsonl")))
            .Select(l => JsonSerializer.Deserialize<JsonElement>(l)).Where(q => q.GetProperty("set").GetString() == "stem").Select(q => q.GetProperty("query").GetString()!)];

    /// <summary>One PDF of at least so many pages: those there are, joined over and over.</summary>
    /// <returns>Its pages.</returns>
    public static async Task<int> JoinAsync(string path, int pages, CancellationToken ct)
    {
        var once = 0;
        foreach (var pdf in Pdfs) once += await PagesAsync(pdf, ct);
        var times = (pages + once - 1) / once;
        await Command.RunAsync("pdfunite", [.. Enumerable.Repeat(Pdfs, times).SelectMany(p => p), path], ct);
        return once * times;
    }

    private static async Task<int> PagesAsync(string pdf, CancellationToken ct) =>
        int.Parse(PagesLine().Match((await Command.RunAsync("pdfinfo", [pdf], ct)).Output).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The plain variant of each chapter; the full ones print what generation is to find.</summary>
    private static List<string> Chapters(string book) =>
        [.. JsonSerializer.Deserialize<List<Upload>>(File.ReadAllText(Path.Combine(Uploads(book), "manifest.json")), JsonSerializerOptions.Web)!
            .Where(u => u is { Format: "md", Variant: "plain" }).OrderBy(u => u.File, StringComparer.Ordinal).Select(u => Path.Combine(Uploads(book), u.File))];

    private static string Uploads(string book) => Path.Combine(Repository.Shared!, "data", book, "uploads");

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PagesLine();

    private sealed record Upload(string File, string Format, string Variant);
}
