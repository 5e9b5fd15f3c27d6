using System.Globalization;
using System.Text;
using Tutor.Hosts;
using Tutor.Load;

namespace Tutor.Courses;

/// <summary>A course of a given size out of the books' paragraphs, in an order of chance that is the same at every run, ingested as any upload is.</summary>
public static class LargeCourse
{
    private const int ParagraphsInFile = 1_000, ParagraphsInSection = 12;

    /// <returns>The course and how many chunks it has.</returns>
    public static async Task<(Guid Id, int Chunks)> MakeAsync(Api api, int chunks, CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var course = await api.CourseAsync($"{chunks} chunks", ct);
        var random = new Random(chunks);
        for (var (made, file) = (0, 0); made < chunks; file++)
        {
            var count = Math.Min(ParagraphsInFile, chunks - made);
            var path = folder[$"part-{file:000}.md"];
            await File.WriteAllTextAsync(path, Write(file, count, random), ct);
            await api.UploadAsync(course, [path], ct);
            made += count;
        }
        return (course, await api.ReadyAsync(course, ct));
    }

    // A paragraph has the length of a chunk: sentences of two of the books' own.
    private static string Write(int file, int count, Random random)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Part {file + 1}\n\n");
        for (var i = 0; i < count; i++)
        {
            if (i % ParagraphsInSection == 0) text.Append(CultureInfo.InvariantCulture, $"## Section {(i / ParagraphsInSection) + 1}\n\n");
            for (var words = 0; words < 120;)
            {
                var paragraph = Material.Paragraphs[random.Next(Material.Paragraphs.Count)].Replace('\n', ' ');
                text.Append(words == 0 ? "" : " ").Append(paragraph);
                words += paragraph.Count(c => c == ' ') + 1;
            }
            text.Append("\n\n");
        }
        return text.ToString();
    }
}
