using Tutor.Sources;
using Xunit;

namespace Tutor.Writing;

public sealed class OutliningACourse
{
    private readonly List<Chunk> _chunks = [];
    private readonly Dictionary<Guid, string> _names = [];

    [Fact]
    public void A_section_of_a_chapter_is_a_module_and_its_introduction_belongs_to_the_first()
    {
        Source("book.md",
            (["3 Cells", "Introduction"], 350, 1), (["3 Cells", "3.1 Membranes"], 900, 2), (["3 Cells", "3.1 Membranes", "Osmosis"], 600, 3),
            (["3 Cells", "3.2 ENERGY FROM FOOD"], 1800, 4), (["4 Tissues", "4.1 Skin"], 1200, 5), (["4 Tissues", "References"], 900, 6));

        var outline = Outline();

        Assert.Equal(["Cells: Membranes", "Cells: Energy from Food", "Tissues: Skin"], outline.Modules.Select(m => $"{m.Part}: {m.Title}"));
        Assert.Equal(["Introduction", "Membranes", "Osmosis"], outline.Modules[0].Sections.Select(s => s.Heading));
        Assert.Equal(1850, outline.Modules[0].Words);
    }

    [Fact]
    public void Chunks_of_modules_are_the_courses_own_each_once_and_in_order()
    {
        Source("b10.md", (["Ten"], 1500, 1));
        Source("b9.md", (["Nine"], 900, 2), (["Nine and a half"], 1400, 3));

        var ids = Outline().Modules.SelectMany(m => m.ChunkIds).ToList();

        Assert.Equal(_chunks.OrderBy(c => _names[c.SourceId], NaturalOrder.Instance).ThenBy(c => c.Ordinal).Select(c => c.Id), ids);
    }

    [Fact]
    public void A_tiny_section_joins_its_neighbour_and_a_giant_is_divided_at_its_own_headings()
    {
        Source("book.md",
            (["1 A", "1.1 Maps"], 1500, 1), (["1 A", "1.2 A word on scale"], 120, 1), (["1 A", "1.3 Oceans", "Tides"], 3600, 2),
            (["1 A", "1.3 Oceans", "Currents"], 4200, 3), (["1 A", "1.3 Oceans", "Ice"], 4000, 4));

        Assert.Equal(["Maps", "Oceans: Tides", "Oceans: Currents", "Oceans: Ice"], Outline().Modules.Select(m => m.Title));
    }

    [Fact]
    public void A_text_without_headings_is_cut_where_its_topic_shifts()
    {
        Source("m82172.vtt", ([], 2400, 1), ([], 2600, 2), ([], 2500, 3));

        var modules = Outline().Modules;

        Assert.Equal([12, 13, 13], modules.Select(m => m.ChunkIds.Count));
        Assert.All(modules, m => Assert.NotEqual("", m.Title));
        Assert.Equal(3, modules.Select(m => m.Title).Distinct().Count());
    }

    [Fact]
    public void Short_slides_are_grouped_into_modules_of_a_sitting()
    {
        Source("deck.pptx", [.. Enumerable.Range(0, 40).Select(i => (new[] { i % 10 == 0 ? $"{1 + (i / 10)}.1 Topic {i / 10}" : $"Slide {i}" }, 90, 1 + (i / 10)))]);

        var modules = Outline().Modules;

        Assert.Equal(4, modules.Count);
        Assert.Equal(["Topic 0", "Topic 1", "Topic 2", "Topic 3"], modules.Select(m => m.Title));
    }

    [Fact]
    public void One_chapter_in_two_formats_makes_its_modules_once_led_by_the_fuller()
    {
        Source("a-slides.pptx", (["Volcanoes"], 500, 1), (["Earthquakes"], 500, 2));
        Source("text.docx", (["1 Earth", "Volcanoes"], 1600, 1), (["1 Earth", "Earthquakes"], 1400, 2));

        var modules = Outline().Modules;

        Assert.All(modules, m => Assert.Equal("Earth", m.Part));
        Assert.Equal(_chunks.Select(c => c.Id).Order(), modules.SelectMany(m => m.ChunkIds).Order());
        Assert.Equal("text.docx", _names[_chunks.Single(c => c.Id == modules[0].ChunkIds[0]).SourceId]);
    }

    [Fact]
    public void One_small_note_is_one_module_named_after_its_file()
    {
        Source("week_1-first notes.txt", ([], 60, 1));

        var module = Assert.Single(Outline().Modules);
        Assert.Equal("Week 1 first notes", module.Title);
        Assert.Equal("", module.Part);
    }

    [Fact]
    public void A_course_without_text_has_no_modules() => Assert.Empty(Outline().Modules);

    [Fact]
    public void Modules_of_one_title_are_told_apart()
    {
        Source("book.md", (["1 Maps", "History"], 1500, 1), (["1 Maps", "Use"], 1500, 2), (["2 Ships", "History"], 1500, 3), (["2 Ships", "Use"], 1500, 4));

        Assert.Equal(["History", "Use", "History (Ships)", "Use (Ships)"], Outline().Modules.Select(m => m.Title));
    }

    [Theory]
    [InlineData("2.1 Why Is Research Important?", "Why Is Research Important?")]
    [InlineData("WHY STUDY PSYCHOLOGY?", "Why Study Psychology?")]
    [InlineData("Chapter 4: Energy for the Cell", "Energy for the Cell")]
    [InlineData("IV. The War", "The War")]
    [InlineData("1984", "1984")]
    [InlineData("3D printing", "3D printing")]
    [InlineData("DNA", "DNA")]
    public void Titles_lose_number_and_shouting_alone(string heading, string title) => Assert.Equal(title, OutlineTitles.Clean(heading));

    private OutlineDraft Outline() => OutlineWriter.Write(_chunks, _names);

    /// <summary>Runs of so many words about a topic under a heading path, in chunks of 200 words. Topics share no words.</summary>
    private void Source(string name, params (string[] Path, int Words, int Topic)[] runs)
    {
        var id = new Guid(7, (short)(_names.Count + 1), 0, new byte[8]);
        _names[id] = name;
        var ordinal = 0;
        foreach (var (path, words, topic) in runs)
        {
            // The same topic says the same words from its start, as a chapter in another format does.
            for (var said = 0; said < words; said += 200)
            {
                var text = string.Join(' ', Enumerable.Range(said, Math.Min(200, words - said)).Select(i => Word(topic, i))) + ".";
                var chunk = Make.Chunk(text, path, ordinal, source: _names.Count);
                _chunks.Add(new Chunk { Id = new Guid(ordinal++, (short)_names.Count, 9, new byte[8]), CourseId = chunk.CourseId, SourceId = id, Ordinal = ordinal, Text = text, Headings = path, Parts = chunk.Parts, Lines = [], Words = Math.Min(200, words - said), Hash = "" });
            }
        }
    }

    /// <summary>Letters only; a topic has thirty words, taken in an order that seldom repeats.</summary>
    private static string Word(int topic, int i)
    {
        var n = ((i * 7) + (i * i / 11)) % 30;
        return $"{(char)('a' + topic)}{(char)('a' + (n / 6))}{(char)('a' + (n % 6))}rum";
    }
}
