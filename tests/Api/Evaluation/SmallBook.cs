using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tutor.Evaluation;

/// <summary>A folder laid out as evaluated books are, made of two chapters of the demo course: as Markdown, and one of them as slides too.</summary>
internal static partial class SmallBook
{
    private static readonly (string Source, int Chapter)[] s_chapters = [("1-cells.md", 1), ("5-genes.md", 5)];

    public static string Repository { get; } = FindRepository();

    public static async Task WriteAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(folder, "uploads"));
        var uploads = new List<object>();
        var (sections, queries) = (new StringBuilder(), new StringBuilder());
        foreach (var (source, chapter) in s_chapters)
        {
            var path = Path.Combine(Repository, "samples", "source", source);
            File.Copy(path, Path.Combine(folder, "uploads", source));
            var ids = new List<string>();
            foreach (var section in Sections(await File.ReadAllTextAsync(path, ct), chapter))
            {
                ids.Add(section.Id);
                sections.AppendLine(JsonSerializer.Serialize(section.Row));
                foreach (var query in section.Queries) queries.AppendLine(JsonSerializer.Serialize(query));
            }
            uploads.Add(new { file = source, format = "md", chapter_no = chapter, variant = "plain", sections = ids });
            if (chapter == 5) uploads.Add(new { file = "slides.pptx", format = "pptx", chapter_no = chapter, variant = "plain", sections = ids });
        }
        File.Copy(Path.Combine(Repository, "samples", "living-cell-chapter-5.pptx"), Path.Combine(folder, "uploads", "slides.pptx"));
        // Named in the manifest, but not handed on with the book.
        uploads.Add(new { file = "lost.docx", format = "docx", chapter_no = 5, variant = "plain", sections = Array.Empty<string>() });
        await File.WriteAllTextAsync(Path.Combine(folder, "uploads", "manifest.json"), JsonSerializer.Serialize(uploads), ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "sections.jsonl"), sections.ToString(), ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "retrieval.jsonl"), queries.ToString(), ct);
    }

    private static IEnumerable<(string Id, object Row, object[] Queries)> Sections(string text, int chapter)
    {
        var pieces = SectionHead().Split(text);
        for (var i = 1; i < pieces.Length; i += 2)
        {
            var id = $"s{chapter}{i:00}";
            var paragraphs = pieces[i + 1].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(p => p.Replace("Notes:\n", "", StringComparison.Ordinal))
                .Where(p => char.IsLetter(p[0]) && !p.StartsWith("Table:", StringComparison.Ordinal) && !p.StartsWith("Figure:", StringComparison.Ordinal))
                .Select(p => p.Replace("*", "", StringComparison.Ordinal)).ToList();
            if (paragraphs.Count == 0) continue;
            var terms = Bold().Matches(pieces[i + 1]).Select(m => new { term = m.Groups[1].Value, definition = "" });
            var blocks = paragraphs.Select((p, n) => new { id = $"{id}:p{n:000}", kind = "para", heading = Array.Empty<string>(), text = p }).ToArray();
            var row = new
            {
                book = "The Living Cell", chapter_no = chapter, chapter = $"Chapter {chapter}", section_id = id, title = pieces[i], intro = false,
                objectives = new[] { "Explain " + pieces[i] }, key_terms = terms, blocks, summary = paragraphs.Select(p => p.Split(". ")[0]),
            };
            yield return (id, row,
            [
                new { qid = id, set = "stem", query = $"What is said about {paragraphs[^1].Split(". ")[0]}?", section_id = id, evidence_blocks = new[] { blocks[^1].id } },
                new { qid = id, set = "objective", query = "Explain " + pieces[i], section_id = id, evidence_blocks = Array.Empty<string>() },
            ]);
        }
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tutor.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }

    [GeneratedRegex(@"^##? (?:[\d.]+ )?(.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionHead();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();
}
