using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Puts the chosen sentences into sections and paragraphs, in the order of the source, each with its quote.</summary>
internal sealed class LessonComposer(
    IReadOnlyList<LessonCandidate> candidates, LessonChoice choice, IReadOnlyList<LessonObjective> objectives, IReadOnlyDictionary<Guid, string> sourceNames, string title, LessonSignpost signpost)
{
    /// <summary>Sentences that may be left out inside a paragraph. Transcripts have paragraphs of a page; what stands far apart in one is told apart.</summary>
    private const int Gap = 4;

    private readonly List<Citation> _citations = [];

    public LessonBody Compose()
    {
        var explanations = Explanations();
        List<LessonSection?> sections =
        [
            Overview(explanations),
            Single(LessonSectionKind.KeyIdeas, "Key ideas"),
            .. explanations,
            Single(LessonSectionKind.Confusions, "Easily confused"),
            Single(LessonSectionKind.Summary, "In short"),
        ];
        return new LessonBody([.. sections.OfType<LessonSection>()], _citations);
    }

    private List<LessonCandidate> Of(LessonSectionKind kind) => [.. candidates.Where(c => choice.Places.TryGetValue(c.Index, out var p) && p.Kind == kind)];

    /// <summary>What the title means comes before what is said of it.</summary>
    private LessonSection? Overview(List<LessonSection> explanations)
    {
        var told = Sentences(Of(LessonSectionKind.Overview));
        var parts = explanations
            .Where(s => s.Kind == LessonSectionKind.Explanation && s.Sentences.Any(x => x.Detail <= Detail.Standard))
            .Select(s => (s.Heading, (IReadOnlyList<Citation>)[.. s.Sentences.SelectMany(x => x.Citations).Select(c => _citations[c])]));
        if (signpost.Of(parts) is { } opening)
        {
            told.Add(new LessonSentence(opening.Text, [.. Enumerable.Range(_citations.Count, opening.Citations.Count)], Detail.Brief));
            _citations.AddRange(opening.Citations);
        }
        return told.Count == 0 ? null : new LessonSection(LessonSectionKind.Overview, "What this is about", null, [.. told.Select((s, i) => s with { Opens = i == 0 })]);
    }

    private LessonSection? Single(LessonSectionKind kind, string heading)
    {
        var sentences = Of(kind);
        return sentences.Count == 0 ? null : new LessonSection(kind, heading, null, Sentences(sentences));
    }

    /// <summary>A section for what each objective is told under one heading of the material, with its examples behind it.</summary>
    private List<LessonSection> Explanations()
    {
        var pieces = new LessonPieces(choice.Places, objectives, title).Of(Of(LessonSectionKind.Explanation), Of(LessonSectionKind.Examples));
        var sections = new List<LessonSection>();
        foreach (var piece in pieces)
        {
            Guid? id = piece.Objective is { } i ? objectives[i].Id : null;
            if (piece.Told.Count > 0) sections.Add(new LessonSection(LessonSectionKind.Explanation, piece.Heading, id, Sentences(piece.Told)));
            if (piece.Examples.Count > 0) sections.Add(new LessonSection(LessonSectionKind.Examples, "For example: " + Lowered(piece.Heading), id, Sentences(piece.Examples)));
        }
        return sections;
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
            var apart = i > 0 && (c.Source.Paragraph != told[i - 1].Source.Paragraph || c.Index - told[i - 1].Index > Gap);
            var opens = i == 0 || (!leans && apart && (inParagraph >= 2 || c.Heading != told[i - 1].Heading));
            inParagraph = opens ? 1 : inParagraph + (place.Detail <= Detail.Standard ? 1 : 0);
            sentences.Add(new LessonSentence(joined ? c.Text : c.Alone, [Cite(c)], place.Detail, place.Required) { Opens = opens, Leans = leans, Term = place.Term, IsExample = c.InExample ? true : null, Form = c.Form });
        }
        return sentences;
    }

    private int Cite(LessonCandidate c)
    {
        var evidence = c.Source.Evidence;
        _citations.Add(Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length));
        return _citations.Count - 1;
    }
}
