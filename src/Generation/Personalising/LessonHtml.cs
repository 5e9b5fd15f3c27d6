using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tutor.Review;

namespace Tutor.Personalising;

/// <summary>A variant as HTML: sections with headings, paragraphs or lists, and numbered anchors for citations. No script, no style, nothing unencoded.</summary>
public static class LessonHtml
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(LessonVariant variant)
    {
        var html = new StringBuilder();
        var heading = "";
        foreach (var section in variant.Sections)
        {
            html.Append("<section class=\"lesson-").Append(ClassOf(section.Kind)).Append("\">\n");
            // What two objectives are told under one heading reads on.
            if (section.Heading != heading) html.Append("<h2>").Append(Encode(section.Heading)).Append("</h2>\n");
            heading = section.Heading;
            if (section.Kind == LessonSectionKind.KeyIdeas || variant.Style == LessonStyle.Outline) List(html, section);
            else Paragraphs(html, section);
            html.Append("</section>\n");
        }
        return html.ToString();
    }

    private static void Paragraphs(StringBuilder html, LessonSection section)
    {
        foreach (var paragraph in Groups(section.Sentences, s => s.Opens))
            foreach (var part in ByForm(paragraph))
            {
                if (part[0].Form is null) Element(html, "p", part);
                else Items(html, part);
            }
    }

    /// <summary>A bullet a fact; a sentence that leans on the one before stays with it, and so does a list with the words that announce it.</summary>
    private static void List(StringBuilder html, LessonSection section)
    {
        html.Append("<ul>\n");
        foreach (var bullet in Groups(section.Sentences, s => !s.Leans))
        {
            html.Append("<li>");
            foreach (var part in ByForm(bullet))
            {
                if (part[0].Form is null) Sentences(html, part);
                else Items(html, part);
            }
            html.Append("</li>\n");
        }
        html.Append("</ul>\n");
    }

    private static void Items(StringBuilder html, IReadOnlyList<LessonSentence> items)
    {
        var name = items[0].Form == LessonForm.Step ? "ol" : "ul";
        html.Append('<').Append(name).Append(">\n");
        foreach (var item in items) Element(html, "li", [item]);
        html.Append("</").Append(name).Append(">\n");
    }

    private static IEnumerable<IReadOnlyList<LessonSentence>> ByForm(IReadOnlyList<LessonSentence> sentences)
    {
        for (int from = 0, to = 1; from < sentences.Count; from = to++)
        {
            while (to < sentences.Count && sentences[to].Form == sentences[from].Form) to++;
            yield return [.. sentences.Skip(from).Take(to - from)];
        }
    }

    private static IEnumerable<IReadOnlyList<LessonSentence>> Groups(IEnumerable<LessonSentence> sentences, Func<LessonSentence, bool> opens)
    {
        var group = new List<LessonSentence>();
        foreach (var sentence in sentences)
        {
            if (group.Count > 0 && opens(sentence))
            {
                yield return group;
                group = [];
            }
            group.Add(sentence);
        }
        if (group.Count > 0) yield return group;
    }

    private static void Element(StringBuilder html, string name, IReadOnlyList<LessonSentence> sentences)
    {
        html.Append('<').Append(name).Append('>');
        Sentences(html, sentences);
        html.Append("</").Append(name).Append(">\n");
    }

    private static void Sentences(StringBuilder html, IReadOnlyList<LessonSentence> sentences)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (i > 0) html.Append(' ');
            Words(html, sentences[i]);
            foreach (var citation in sentences[i].Citations) Anchor(html, citation + 1);
        }
    }

    private static void Words(StringBuilder html, LessonSentence sentence)
    {
        var at = sentence.Term is { Length: > 0 } term ? sentence.Text.IndexOf(term, StringComparison.OrdinalIgnoreCase) : -1;
        if (at < 0)
        {
            html.Append(Encode(sentence.Text));
            return;
        }
        var end = at + sentence.Term!.Length;
        html.Append(Encode(sentence.Text[..at])).Append("<dfn>").Append(Encode(sentence.Text[at..end])).Append("</dfn>").Append(Encode(sentence.Text[end..]));
    }

    private static void Anchor(StringBuilder html, int number) =>
        html.Append(CultureInfo.InvariantCulture, $"<sup><a class=\"citation\" href=\"#c{number}\" data-citation=\"{number}\">{number}</a></sup>");

    private static string Encode(string text) => s_encoder.Encode(text);

    private static string ClassOf(LessonSectionKind kind) => kind switch
    {
        LessonSectionKind.Overview => "overview",
        LessonSectionKind.KeyIdeas => "key-ideas",
        LessonSectionKind.Examples => "examples",
        LessonSectionKind.Confusions => "confusions",
        LessonSectionKind.Summary => "summary",
        _ => "explanation",
    };
}
