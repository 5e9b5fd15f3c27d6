using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Personalising;

public sealed class ReadingALesson
{
    private static readonly Guid First = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = new("00000000-0000-0000-0000-000000000002");
    private static readonly LessonBody Lesson = Body();

    [Theory]
    [InlineData(Detail.Brief, "Osmosis needs a membrane.|Osmosis is the flow of water.|Water flows to the salt.|Salt draws water.")]
    [InlineData(Detail.Standard, "Osmosis needs a membrane.|Osmosis is the flow of water.|Water flows to the salt.|It does so slowly.|A raisin swells.|Salt draws water.|Sugar does too.|Osmosis is not diffusion.|So water moves.")]
    public void Detail_decides_how_much_is_told(Detail detail, string expected) =>
        Assert.Equal(expected, string.Join('|', Texts(LessonVariant.Of(Lesson, detail, LessonStyle.Prose))));

    [Fact]
    public void Examples_first_puts_each_example_before_what_it_shows_and_terms_after()
    {
        var variant = LessonVariant.Of(Lesson, Detail.Standard, LessonStyle.Examples);

        Assert.Equal(
            ["Osmosis", "An example: raisins", "How water flows", "What draws water", "Often confused", "Key ideas", "In short"],
            variant.Sections.Select(s => s.Heading));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_variant_keeps_objectives_and_required_facts_and_is_the_same_each_time(Detail detail, LessonStyle style)
    {
        var variant = LessonVariant.Of(Lesson, detail, style);

        Assert.All(variant.Check(Lesson), c => Assert.True(c.Passed, c.Message));
        Assert.Equal(LessonPage.Of(variant).Html, LessonPage.Of(LessonVariant.Of(Body(), detail, style)).Html);
    }

    [Fact]
    public void A_variant_that_lost_a_required_fact_an_objective_or_gained_words_says_so()
    {
        var variant = LessonVariant.Of(Lesson, Detail.Brief, LessonStyle.Prose);
        var without = variant with { Sections = [.. variant.Sections.Where(s => s.ObjectiveId != First)] };
        var with = variant with { Sections = [new(LessonSectionKind.Overview, "New", null, [new("Invented.", [], Detail.Brief)]), .. variant.Sections] };

        Assert.Equal(["required-facts", "objectives-covered"], without.Check(Lesson).Where(c => !c.Passed).Select(c => c.Name));
        Assert.Equal(["lesson-words-only"], with.Check(Lesson).Where(c => !c.Passed).Select(c => c.Name));
    }

    [Fact]
    public void Citations_are_numbered_from_one_in_order_of_first_appearance()
    {
        var page = LessonPage.Of(LessonVariant.Of(Lesson, Detail.Standard, LessonStyle.Examples));

        var seen = page.Sentences.SelectMany(s => s.Citations).Distinct().ToList();
        Assert.Equal(Enumerable.Range(1, page.Citations.Count), seen);
        Assert.Equal(seen, page.Citations.Select(c => c.Number));
        Assert.All(page.Sentences, s => Assert.Contains(s.Citations, n => page.Citations[n - 1].Citation.Quote == s.Text));
    }

    [Fact]
    public void Text_of_the_material_never_becomes_markup()
    {
        const string Attack = "<script>alert('x')</script> & \"quoted\" <img src=x onerror=y>";
        var lesson = new LessonBody(
            [new(LessonSectionKind.Explanation, Attack, First, [new(Attack, [0], Detail.Brief) { Term = "<script>" }])],
            [Cite(Attack, 0)]);

        var html = LessonPage.Of(LessonVariant.Of(lesson, Detail.Deep, LessonStyle.Prose)).Html;

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("<dfn>&lt;script&gt;</dfn>alert(", html, StringComparison.Ordinal);
        Assert.Contains("<sup><a class=\"citation\" href=\"#c1\" data-citation=\"1\">1</a></sup>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_gives_a_bullet_a_fact_and_keeps_together_what_leans()
    {
        var html = LessonPage.Of(LessonVariant.Of(Lesson, Detail.Standard, LessonStyle.Outline)).Html;

        Assert.DoesNotContain("<p>", html, StringComparison.Ordinal);
        Assert.Matches("<li>Water flows to the salt\\.<sup>.*</sup> It does so slowly\\.<sup>.*</sup></li>", html);
        Assert.DoesNotContain("In short", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_first_tells_the_paragraph_with_the_example_before_the_others()
    {
        LessonSentence[] sentences =
        [
            new("Salt draws water.", [0], Detail.Brief) { Opens = true },
            new("A membrane is needed.", [0], Detail.Brief) { Opens = true },
            new("For example, a raisin swells.", [0], Detail.Brief) { Leans = true, IsExample = true },
        ];
        var lesson = new LessonBody([new(LessonSectionKind.Explanation, "Osmosis", First, sentences)], [Cite("Salt", 0)]);

        Assert.Equal(["A membrane is needed.", "For example, a raisin swells.", "Salt draws water."], Texts(LessonVariant.Of(lesson, Detail.Brief, LessonStyle.Examples)));
        Assert.Equal(sentences.Select(s => s.Text), Texts(LessonVariant.Of(lesson, Detail.Brief, LessonStyle.Prose)));
    }

    [Fact]
    public void In_prose_an_example_is_a_paragraph_of_what_it_shows()
    {
        var variant = LessonVariant.Of(Lesson, Detail.Standard, LessonStyle.Prose);

        var section = variant.Sections.Single(s => s.Heading == "How water flows");
        Assert.Equal("A raisin swells.", section.Sentences[^1].Text);
        Assert.True(section.Sentences[^1].Opens);
        Assert.DoesNotContain(variant.Sections, s => s.Kind == LessonSectionKind.Examples);
    }

    [Theory]
    [InlineData(LessonForm.Item, LessonStyle.Prose, "<p>Water needs:CITED</p><ul><li>A membrane.CITED</li><li>Salt.CITED</li></ul><p>It flows.CITED</p>")]
    [InlineData(LessonForm.Step, LessonStyle.Prose, "<p>Water needs:CITED</p><ol><li>A membrane.CITED</li><li>Salt.CITED</li></ol><p>It flows.CITED</p>")]
    [InlineData(LessonForm.Item, LessonStyle.Outline, "<ul><li>Water needs:CITED<ul><li>A membrane.CITED</li><li>Salt.CITED</li></ul></li><li>It flows.CITED</li></ul>")]
    public void A_list_is_set_as_a_list_behind_the_words_that_announce_it(LessonForm form, LessonStyle style, string expected)
    {
        LessonSentence[] sentences =
        [
            new("Water needs:", [0], Detail.Brief) { Opens = true },
            new("A membrane.", [0], Detail.Brief) { Leans = true, Form = form },
            new("Salt.", [0], Detail.Brief) { Leans = true, Form = form },
            new("It flows.", [0], Detail.Brief),
        ];
        var lesson = new LessonBody([new(LessonSectionKind.Explanation, "Needs", First, sentences)], [Cite("Water needs", 0)]);

        var html = LessonPage.Of(LessonVariant.Of(lesson, Detail.Brief, style)).Html.ReplaceLineEndings("\n").Replace("\n", "", StringComparison.Ordinal);

        Assert.Contains(expected.Replace("CITED", "<sup><a class=\"citation\" href=\"#c1\" data-citation=\"1\">1</a></sup>", StringComparison.Ordinal), html, StringComparison.Ordinal);
    }

    public static TheoryData<Detail, LessonStyle> Settings() => [.. from d in Enum.GetValues<Detail>() from s in Enum.GetValues<LessonStyle>() select (d, s)];

    private static IEnumerable<string> Texts(LessonVariant variant) => variant.Sections.SelectMany(s => s.Sentences).Select(s => s.Text);

    private static LessonBody Body()
    {
        var citations = new List<Citation>();
        LessonSentence Say(string text, Detail detail, bool required = false)
        {
            citations.Add(Cite(text, citations.Count));
            return new LessonSentence(text, [citations.Count - 1], detail, required);
        }
        LessonSection[] sections =
        [
            new(LessonSectionKind.Overview, "Osmosis", null, [Say("Osmosis needs a membrane.", Detail.Brief)]),
            new(LessonSectionKind.KeyIdeas, "Key ideas", null, [Say("Osmosis is the flow of water.", Detail.Brief, true) with { Term = "Osmosis" }]),
            new(LessonSectionKind.Explanation, "How water flows", First,
                [Say("Water flows to the salt.", Detail.Brief, true) with { Opens = true }, Say("It does so slowly.", Detail.Standard) with { Leans = true }]),
            new(LessonSectionKind.Examples, "An example: raisins", First, [Say("A raisin swells.", Detail.Standard)]),
            new(LessonSectionKind.Explanation, "What draws water", Second,
                [Say("Salt draws water.", Detail.Brief), Say("Sugar does too.", Detail.Standard), Say("Deep water too.", Detail.Deep), Say("That is rare.", Detail.Deep) with { Leans = true }]),
            new(LessonSectionKind.Confusions, "Often confused", null, [Say("Osmosis is not diffusion.", Detail.Standard)]),
            new(LessonSectionKind.Summary, "In short", null, [Say("So water moves.", Detail.Standard)]),
        ];
        return new LessonBody(sections, citations);
    }

    private static Citation Cite(string text, int n) => new(Guid.Empty, Guid.Empty, "cells.md", text, n, new Locator(1, null, [], null, null));
}
