using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Puts the chosen sentences into sections and paragraphs, in the order of the source, each with its quote.</summary>
internal sealed class LessonComposer(
    IReadOnlyList<LessonCandidate> candidates, LessonChoice choice, IReadOnlyList<LessonObjective> objectives, IReadOnlyDictionary<Guid, string> sourceNames, string title, LessonOpening? opening)
{
    private readonly List<Citation> _citations = [];

    public LessonBody Compose()
    {
        List<LessonSection?> sections =
        [
            Overview(),
            Single(LessonSectionKind.KeyIdeas, "Key ideas"),
            .. Explanations(),
            Single(LessonSectionKind.Confusions, "Easily confused"),
            Single(LessonSectionKind.Summary, "In short"),
        ];
        return new LessonBody([.. sections.OfType<LessonSection>()], _citations);
    }

    private IEnumerable<LessonCandidate> Of(LessonSectionKind kind) => candidates.Where(c => choice.Places.TryGetValue(c.Index, out var p) && p.Kind == kind);

    private LessonSection? Overview()
    {
        var told = new List<LessonSentence>();
        if (opening is not null)
        {
            _citations.AddRange(opening.Citations);
            told.Add(new LessonSentence(opening.Text, [.. Enumerable.Range(0, opening.Citations.Count)], Detail.Brief) { Opens = true });
        }
        told.AddRange(Sentences([.. Of(LessonSectionKind.Overview)]).Select(s => s with { Opens = told.Count == 0 && s.Opens }));
        return told.Count == 0 ? null : new LessonSection(LessonSectionKind.Overview, "What this is about", null, told);
    }

    private LessonSection? Single(LessonSectionKind kind, string heading)
    {
        var sentences = Of(kind).ToList();
        return sentences.Count == 0 ? null : new LessonSection(kind, heading, null, Sentences(sentences));
    }

    /// <summary>A section an objective, with its examples behind it; what serves no objective under the material's own heading.</summary>
    private List<LessonSection> Explanations()
    {
        var groups = Groups();
        var examples = Of(LessonSectionKind.Examples).ToLookup(TopicOf);
        var sections = new List<LessonSection>();
        foreach (var (topic, told) in groups)
        {
            sections.Add(new LessonSection(LessonSectionKind.Explanation, Distinct(HeadingOf(topic), sections), IdOf(topic), Sentences(told)));
            if (examples.Contains(topic)) sections.Add(ExampleOf(topic, [.. examples[topic]], sections));
        }
        foreach (var topic in examples.Select(e => e.Key).Where(k => groups.All(g => g.Topic != k)).ToList())
            sections.Add(ExampleOf(topic, [.. examples[topic]], sections));
        return sections;
    }

    /// <summary>In the order of the source; what stands alone under a heading of its own joins the section before it.</summary>
    private List<(Topic Topic, List<LessonCandidate> Told)> Groups()
    {
        var all = Of(LessonSectionKind.Explanation).GroupBy(TopicOf).Select(g => (Topic: g.Key, Told: g.ToList())).OrderBy(g => g.Told[0].Index).ToList();
        var groups = new List<(Topic Topic, List<LessonCandidate> Told)>();
        foreach (var group in all)
        {
            var few = group.Topic.Objective is null && group.Told.Count(c => choice.Places[c.Index].Detail <= Detail.Standard) < 2;
            if (few && groups.Count > 0) groups[^1].Told.AddRange(group.Told);
            else groups.Add(group);
        }
        return groups;
    }

    private LessonSection ExampleOf(Topic topic, List<LessonCandidate> told, List<LessonSection> sections) =>
        new(LessonSectionKind.Examples, Distinct("For example: " + Lowered(HeadingOf(topic)), sections), IdOf(topic), Sentences(told));

    private Topic TopicOf(LessonCandidate c)
    {
        if (choice.Places[c.Index].Objective is { } objective) return new Topic(objective, "");
        return new Topic(null, c.Source.Headings.Count == 0 ? "" : OutlineTitles.Clean(c.Source.Headings[^1]));
    }

    private Guid? IdOf(Topic topic) => topic.Objective is { } i ? objectives[i].Id : null;

    private string HeadingOf(Topic topic) => topic.Objective is { } i ? LessonHeadings.HeadingOf(objectives[i].Body.Text)
        : topic.Heading.Length > 0 ? topic.Heading
        : title;

    private static string Distinct(string heading, List<LessonSection> sections)
    {
        var distinct = heading;
        for (var n = 2; sections.Any(s => s.Heading == distinct); n++) distinct = $"{heading} ({n})";
        return distinct;
    }

    private static string Lowered(string heading) =>
        heading.Length > 1 && char.IsUpper(heading[0]) && char.IsLower(heading[1]) ? char.ToLowerInvariant(heading[0]) + heading[1..] : heading;

    private List<LessonSentence> Sentences(List<LessonCandidate> told)
    {
        var sentences = new List<LessonSentence>();
        var inParagraph = 0;
        for (var i = 0; i < told.Count; i++)
        {
            var c = told[i];
            var place = choice.Places[c.Index];
            // A connective is kept only behind the very sentence it connects to, and only where that one is told whenever this one is.
            var joined = i > 0 && c.Before == told[i - 1] && choice.Places[told[i - 1].Index].Detail <= place.Detail;
            var leans = joined && (c.Leans || c.Alone != c.Text);
            var opens = i == 0 || (!leans && c.Source.Paragraph != told[i - 1].Source.Paragraph && inParagraph >= 2);
            inParagraph = opens ? 1 : inParagraph + (place.Detail <= Detail.Standard ? 1 : 0);
            sentences.Add(new LessonSentence(joined ? c.Text : c.Alone, [Cite(c)], place.Detail, place.Required) { Opens = opens, Leans = leans, Term = place.Term });
        }
        return sentences;
    }

    private int Cite(LessonCandidate c)
    {
        var evidence = c.Source.Evidence;
        _citations.Add(Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length));
        return _citations.Count - 1;
    }

    private sealed record Topic(int? Objective, string Heading);
}
