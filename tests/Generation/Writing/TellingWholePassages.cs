using Tutor.Facts;
using Tutor.Language;
using Tutor.Personalising;
using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Writing;

/// <summary>Lessons that read as text: passages rather than picked sentences, series and lists whole, nothing that leans on what is left out.</summary>
public sealed class TellingWholePassages
{
    private static readonly Lexicon s_lexicon = Lexicon.Load();

    private const string Filler =
        "Diffusion is the spread of particles through a space. Diffusion carries particles from a crowded place to an empty place. Warm particles spread faster than cold particles. " +
        "Small particles pass a membrane that holds back large particles.\n\n" +
        "Osmosis is the flow of water across a membrane. Osmosis moves water toward the saltier side of a membrane. Roots take up water by osmosis. Pressure inside a cell slows osmosis down.";

    [Fact]
    public void Told_sentences_mostly_follow_each_other_as_in_the_material()
    {
        var lesson = Write(Filler);

        var told = lesson.Sections.Where(s => s.Kind == LessonSectionKind.Explanation).SelectMany(s => s.Sentences).ToList();
        var neighbours = told.Zip(told.Skip(1)).Count(p => End(lesson, p.First) + 1 == Start(lesson, p.Second));
        Assert.True(neighbours >= told.Count / 2, string.Join(" | ", told.Select(s => s.Text)));
    }

    [Theory]
    [InlineData("Membranes do three kinds of work. The first kind, sorting, lets water pass a membrane. The second kind, sealing, keeps salt inside a membrane. The third kind, sensing, reads signals at a membrane.", true)]
    [InlineData("Membranes do three kinds of work. The first kind, sorting, lets water pass a membrane. Many cells need a membrane to live.", false)]
    public void A_series_is_told_from_first_to_last_or_not_at_all(string paragraph, bool whole)
    {
        var said = Said(Write(paragraph + "\n\n" + Filler));

        Assert.Equal(said.Contains("The first kind", StringComparison.Ordinal), said.Contains("The third kind", StringComparison.Ordinal));
        if (!whole) Assert.DoesNotContain("The first kind", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_told_with_the_words_that_announce_it_and_all_its_items()
    {
        var chunk = Parts((BlockKind.Paragraph, "Osmosis across a membrane needs these three things:"), (BlockKind.List, "a membrane that lets water pass\nmore salt on one side of the membrane\nwater on both sides of the membrane"), (BlockKind.Paragraph, "Osmosis moves water toward the saltier side of a membrane. Roots take up water by osmosis."));

        var sentences = Write(chunk).Sections.SelectMany(s => s.Sentences).ToList();

        var lead = sentences.FindIndex(s => s.Text == "Osmosis across a membrane needs these three things:");
        Assert.True(lead >= 0);
        Assert.Equal(["A membrane that lets water pass", "More salt on one side of the membrane", "Water on both sides of the membrane"], sentences.Skip(lead + 1).Take(3).Select(s => s.Text));
        Assert.All(sentences.Skip(lead + 1).Take(3), s => Assert.Equal(LessonForm.Item, s.Form));
        Assert.All(sentences.Skip(lead + 1).Take(3), s => Assert.True(s.Leans));
    }

    [Fact]
    public void Bullets_under_a_heading_are_told_as_a_list()
    {
        var slide = Parts((BlockKind.List, "flow of water across a membrane\ntoward the saltier side\nno energy needed"), (BlockKind.Paragraph, Filler));

        var lesson = Write(slide);

        var items = lesson.Sections.SelectMany(s => s.Sentences).Where(s => s.Form == LessonForm.Item).Select(s => s.Text);
        Assert.Equal(["Flow of water across a membrane", "Toward the saltier side", "No energy needed"], items);
    }

    [Theory]
    [InlineData("Roots were also named in the first book.")]
    [InlineData("Students then weigh the swollen raisin again.")]
    [InlineData("She weighs the swollen raisin again.")]
    [InlineData("In another test the raisin is left dry.")]
    [InlineData("The term refers to the flow of water.")]
    public void What_takes_up_the_sentence_before_is_not_told_without_it(string sentence)
    {
        var said = Write("Here is what comes before? " + sentence + "\n\n" + Filler).Sections.SelectMany(s => s.Sentences).Select(s => s.Text);

        Assert.DoesNotContain(sentence, said);
    }

    [Fact]
    public void A_story_does_not_go_on_by_a_first_name_alone()
    {
        var said = Said(Write("Maria Lopez studied osmosis in the roots of a tree. Water moves up the tree by osmosis.\n\nMaria wrote that osmosis moves water up. Osmosis is strong in a young tree.\n\n" + Filler));

        Assert.DoesNotContain("Maria wrote", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_objectives_under_one_heading_share_it()
    {
        var chunk = Make.Chunk(Filler, ["Transport", "Diffusion"]);
        var table = FactTable.From([chunk], s_lexicon);
        LessonObjective Objective(int n, string text, string quote) => new(new Guid(n, 0, 0, new byte[8]), new ObjectiveBody(text, BloomLevel.Understand, [Citation.Of(chunk, "", chunk.Text.IndexOf(quote, StringComparison.Ordinal), quote.Length)]));

        var lesson = new LessonWriter(table, new Dictionary<Guid, string>()).Write(
            "Transport", [chunk.Id], [Objective(1, "Describe diffusion", "Diffusion is the spread"), Objective(2, "Explain diffusion", "Small particles pass")]);

        Assert.DoesNotContain(lesson.Sections, s => s.Heading.EndsWith(')'));
        var html = LessonPage.Of(LessonVariant.Of(lesson, Detail.Deep, LessonStyle.Prose)).Html;
        Assert.Equal(1, html.Split("<h2>Diffusion</h2>").Length - 1);
    }

    private static LessonBody Write(string text) => Write(Make.Chunk(text, ["Osmosis and diffusion"]));

    private static LessonBody Write(Chunk chunk)
    {
        var table = FactTable.From([chunk], s_lexicon);
        return new LessonWriter(table, new Dictionary<Guid, string>()).Write("Osmosis and diffusion", [chunk.Id], []);
    }

    private static string Said(LessonBody lesson) => string.Join(' ', LessonVariant.Of(lesson, Detail.Deep, LessonStyle.Prose).Sections.SelectMany(s => s.Sentences).Select(s => s.Text));

    private static int Start(LessonBody lesson, LessonSentence sentence) => lesson.Citations[sentence.Citations[0]].Start;

    private static int End(LessonBody lesson, LessonSentence sentence) => Start(lesson, sentence) + lesson.Citations[sentence.Citations[0]].Quote.Length;

    private static Chunk Parts(params (BlockKind Kind, string Text)[] blocks)
    {
        var text = string.Join("\n\n", blocks.Select(b => b.Text));
        var parts = new List<ChunkPart>();
        var start = 0;
        foreach (var (kind, block) in blocks)
        {
            foreach (var piece in kind == BlockKind.List ? [block] : block.Split("\n\n"))
            {
                parts.Add(new ChunkPart(kind, start, piece.Length, parts.Count));
                start += piece.Length + 2;
            }
        }
        var chunk = Make.Chunk(text, ["Osmosis and diffusion"]);
        return new Chunk { Id = chunk.Id, CourseId = chunk.CourseId, SourceId = chunk.SourceId, Text = text, Headings = chunk.Headings, Parts = parts, Lines = [], Words = chunk.Words, Hash = chunk.Hash };
    }
}
