using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Checks;

public sealed class CheckingALesson
{
    private static readonly Guid s_objective = new("00000000-0000-0000-0000-000000000001");
    private static readonly Chunk s_chunk = Make.Chunk(
        "Osmosis is the flow of water across a membrane. In 1748 Jean-Antoine Nollet first saw it. It needs no energy. Pumps of the cell use energy. Salt draws 3.5 litres of water.");

    [Fact]
    public void A_lesson_in_the_materials_words_passes() => Assert.All(Check(Lesson()), r => Assert.True(r.Passed, r.Message));

    [Theory]
    [InlineData("every-sentence-supported", "Osmosis is the slow drift of sugar through glass.", "says")]
    [InlineData("every-sentence-supported", "Osmosis is the flow of 12 litres of water across a membrane.", "12")]
    [InlineData("every-sentence-supported", "Osmosis is, said Newton, the flow of water across a membrane.", "Newton")]
    [InlineData("stands-where-it-is", "However, osmosis is the flow of water across a membrane.", "However")]
    [InlineData("stands-where-it-is", "Osmosis is the flow of water across a membrane (Figure 3.2).", "refers")]
    public void What_is_made_up_or_dangles_is_named(string check, string sentence, string message)
    {
        var result = Check(Lesson(sentence)).Single(r => r.Name == check);

        Assert.False(result.Passed);
        Assert.Contains(message, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_without_citation_twice_or_late_is_named()
    {
        var lesson = Lesson();
        var section = lesson.Sections[0];
        LessonBody With(params LessonSentence[] sentences) => lesson with { Sections = [section with { Sentences = [.. section.Sentences, .. sentences] }] };

        Assert.Contains("every-sentence-cited", Failed(With(new LessonSentence("Salt draws water.", [], Detail.Deep))));
        Assert.Contains("every-sentence-cited", Failed(With(new LessonSentence("Salt draws water.", [9], Detail.Deep))));
        Assert.Contains("nothing-twice", Failed(With(section.Sentences[0] with { Text = "Osmosis is the flow of water, across a membrane!" })));
        Assert.Contains("required-facts", Failed(With(new LessonSentence("Salt draws water.", [0], Detail.Deep, Required: true))));
        Assert.Contains("stands-where-it-is", Failed(lesson with { Sections = [section with { Sentences = [section.Sentences[1]] }] }));
    }

    [Fact]
    public void An_objective_served_only_in_the_long_form_is_named()
    {
        var lesson = Lesson();
        var late = lesson with { Sections = [.. lesson.Sections.Select(s => s with { Sentences = [.. s.Sentences.Select(x => x with { Detail = Detail.Standard })] })] };

        Assert.Contains("objectives-covered", Failed(late));
        Assert.Contains("objectives-covered", new LessonChecks(new SupportCheck(new WordWeights([s_chunk.Text])), new Dictionary<Guid, Chunk> { [s_chunk.Id] = s_chunk })
            .Check(lesson, [s_objective, Guid.Empty]).Where(r => !r.Passed).Select(r => r.Name));
    }

    private static IEnumerable<string> Failed(LessonBody lesson) => Check(lesson).Where(r => !r.Passed).Select(r => r.Name);

    private static IReadOnlyList<CheckResult> Check(LessonBody lesson) =>
        new LessonChecks(new SupportCheck(new WordWeights([s_chunk.Text])), new Dictionary<Guid, Chunk> { [s_chunk.Id] = s_chunk }).Check(lesson, [s_objective]);

    private static LessonBody Lesson(string first = "Osmosis is the flow of water across a membrane.") => new(
        [new(LessonSectionKind.Explanation, "Osmosis", s_objective, [new(first, [0], Detail.Brief), new("It needs no energy.", [0], Detail.Brief) { Leans = true }])],
        [Citation.Of(s_chunk, "cells.md", 0, s_chunk.Text.Length)]);
}
