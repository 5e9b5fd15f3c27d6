using System.Text.Json;
using Tutor.Checks;
using Tutor.Chunking;
using Tutor.Data;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Parsing.Markdown;
using Tutor.Personalising;
using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Writing;

/// <summary>Lessons of a real text: a chapter of the demo course.</summary>
public sealed class WritingALesson
{
    private static readonly Lexicon s_lexicon = Lexicon.Load();

    [Fact]
    public async Task Every_lesson_of_a_chapter_passes_its_checks_and_serves_each_objective_in_every_detail()
    {
        var course = await ChapterAsync("3-membranes.md");
        Assert.NotEmpty(course.Modules);
        foreach (var module in course.Modules)
        {
            var objectives = course.ObjectivesOf(module);
            var lesson = course.Writer.Write(module.Title, module.ChunkIds, objectives);

            Assert.All(course.Check(lesson, objectives), c => Assert.True(c.Passed, $"{module.Title}: {c.Message}"));
            foreach (var detail in Enum.GetValues<Detail>())
                Assert.All(LessonVariant.Of(lesson, detail, LessonStyle.Outline).Check(lesson), c => Assert.True(c.Passed, c.Message));
        }
    }

    [Fact]
    public async Task Standard_tells_about_twice_as_much_as_brief_and_half_of_deep()
    {
        var course = await ChapterAsync("2-organelles.md");
        int Words(Detail detail) => course.Modules.Sum(m => LessonVariant.Of(course.Lesson(m), detail, LessonStyle.Prose).Sections.SelectMany(s => s.Sentences).Sum(s => ContentWords.Count(s.Text)));

        Assert.InRange(Words(Detail.Standard) / (double)Words(Detail.Brief), 1.5, 2.6);
        Assert.InRange(Words(Detail.Deep) / (double)Words(Detail.Standard), 1.3, 2.6);
    }

    [Fact]
    public async Task The_same_chunks_give_the_same_bytes()
    {
        async Task<string> Write()
        {
            var course = await ChapterAsync("3-membranes.md");
            return JsonSerializer.Serialize(course.Modules.Select(course.Lesson), JsonColumn.Options);
        }

        Assert.Equal(await Write(), await Write());
    }

    [Fact]
    public async Task Without_objectives_the_material_is_told_under_its_own_headings()
    {
        var course = await ChapterAsync("3-membranes.md");
        var module = course.Modules[0];
        var headings = course.Table.Sentences.Where(s => module.ChunkIds.Contains(s.Chunk.Id)).SelectMany(s => s.Headings).Select(OutlineTitles.Clean).Append(module.Title).ToHashSet();

        var lesson = course.Writer.Write(module.Title, module.ChunkIds, []);

        Assert.All(lesson.Sections.Where(s => s.Kind == LessonSectionKind.Explanation), s => Assert.Contains(s.Heading, headings));
        Assert.All(course.Check(lesson, []), c => Assert.True(c.Passed, c.Message));
    }

    [Fact]
    public async Task A_chapter_that_is_there_twice_is_told_once()
    {
        var once = await ChapterAsync("3-membranes.md");
        var twice = await ChapterAsync("3-membranes.md", "3-membranes.md");

        Assert.Equal(once.Modules.Select(m => m.Title), twice.Modules.Select(m => m.Title));
        Assert.Equal(2 * once.Modules[0].ChunkIds.Count, twice.Modules[0].ChunkIds.Count);
        var said = twice.Lesson(twice.Modules[0]).Sections.SelectMany(s => s.Sentences).Select(s => s.Text).ToList();
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Fact]
    public async Task Without_a_dictionary_there_is_still_a_lesson_that_passes_its_checks()
    {
        var course = await ChapterAsync(Lexicon.Structural, "3-membranes.md");

        var lesson = course.Lesson(course.Modules[0]);

        Assert.NotEmpty(lesson.Sections);
        Assert.All(course.Check(lesson, []), c => Assert.True(c.Passed, c.Message));
    }

    [Fact]
    public void Chunks_without_sentences_give_a_lesson_without_sections()
    {
        var chunk = Make.Chunk("Alpha\n\nBeta | Gamma", kind: BlockKind.Table);
        var table = FactTable.From([chunk], s_lexicon);

        Assert.Empty(new LessonWriter(table, new Dictionary<Guid, string>()).Write("Letters", [chunk.Id], []).Sections);
    }

    [Fact]
    public void An_example_is_told_from_its_beginning_or_not_at_all()
    {
        var chunk = Make.Chunk(
            "Osmosis is the flow of water across a membrane. Osmosis moves water toward the saltier side of a membrane. " +
            "Imagine that Sarah puts a raisin into a glass. The raisin drinks water from the glass and swells. Sarah is pleased with the raisin that osmosis made.\n\n" +
            "Diffusion is the spread of particles through a space. Diffusion carries particles from a crowded place to an empty place. Warm particles spread faster than cold particles.");
        var table = FactTable.From([chunk], s_lexicon);

        var lesson = new LessonWriter(table, new Dictionary<Guid, string>()).Write("Osmosis and diffusion", [chunk.Id], []);

        var said = string.Join(' ', lesson.Sections.SelectMany(s => s.Sentences).Select(s => s.Text));
        Assert.Contains("Osmosis is the flow of water", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Sarah", said, StringComparison.Ordinal);
        Assert.DoesNotContain("raisin", said, StringComparison.Ordinal);
    }

    private static Task<Course> ChapterAsync(params string[] files) => ChapterAsync(s_lexicon, files);

    private static async Task<Course> ChapterAsync(Lexicon lexicon, params string[] files)
    {
        var chunks = new List<Chunk>();
        var names = new Dictionary<Guid, string>();
        foreach (var file in files)
        {
            var id = new Guid(names.Count + 1, 0, 0, new byte[8]);
            var parsed = await new MarkdownParser().ParseAsync(Path.Combine(Samples(), file), file, null, TestContext.Current.CancellationToken);
            names[id] = $"{names.Count + 1} {file}";
            chunks.AddRange(Chunker.Chunk(Make.Course, id, parsed.Blocks));
        }
        return new Course(chunks, names, FactTable.From(chunks, lexicon));
    }

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tutor.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "samples", "source");
    }

    private sealed record Course(IReadOnlyList<Chunk> Chunks, IReadOnlyDictionary<Guid, string> Names, FactTable Table)
    {
        public LessonWriter Writer { get; } = new(Table, Names);

        public IReadOnlyList<ModuleDraft> Modules { get; } = OutlineWriter.Write(Chunks, Names).Modules;

        public LessonBody Lesson(ModuleDraft module) => Writer.Write(module.Title, module.ChunkIds, ObjectivesOf(module));

        public IReadOnlyList<LessonObjective> ObjectivesOf(ModuleDraft module) => [.. Table.SectionsOf(module.ChunkIds)
            .SelectMany(new ObjectiveWriter(Table, Names).Write)
            .Where(d => d.Body.Citations.All(c => module.ChunkIds.Contains(c.ChunkId)))
            .Take(4)
            .Select((d, i) => new LessonObjective(new Guid(i + 1, 0, 0, new byte[8]), d.Body))];

        public IReadOnlyList<CheckResult> Check(LessonBody lesson, IReadOnlyList<LessonObjective> objectives) =>
            new LessonChecks(new SupportCheck(new WordWeights(Chunks.Select(c => c.Text))), Chunks.ToDictionary(c => c.Id)).Check(lesson, objectives.Select(o => o.Id));
    }
}
