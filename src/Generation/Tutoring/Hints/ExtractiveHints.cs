using System.Text.RegularExpressions;
using Tutor.Chats;
using Tutor.Review;
using Tutor.Writing;

namespace Tutor.Tutoring;

/// <summary>The four steps of help without a model: two in words of our own about the place and the question, two in the material's sentences.</summary>
internal static partial class ExtractiveHints
{
    private const int MostOfConcept = 3;

    public static TutorAnswer Write(HintStep step, HintMaterial material) => step switch
    {
        HintStep.Pointer => Pointer(material),
        HintStep.Question => Own(Question(material), []),
        HintStep.Concept => Concept(material),
        _ => Example(material),
    };

    private static TutorAnswer Pointer(HintMaterial material) =>
        Own($"Look again at {material.Place()}{(material.Topic() is { } topic ? $", and read what it says about {topic}" : "")}.", material.Near() is { } near ? [near] : []);

    private static string Question(HintMaterial material)
    {
        var stem = material.Item.Stem;
        var topic = material.Topic() ?? "what the question names";
        return Case().IsMatch(stem) ? $"What makes something a case of {topic}? Try each option against all of that."
            : Quantity().IsMatch(stem) ? $"Where does your material give a number or a time for {topic}, and what does it count there?"
            : Effect().IsMatch(stem) ? $"By your material, what comes before {topic}, and what follows from it?"
            : Contrast().IsMatch(stem) ? $"What does your material set {topic} against, and in which point do the two differ?"
            : $"How would you say in your own words what your material tells about {topic}? Which option says that?";
    }

    private static TutorAnswer Concept(HintMaterial material)
    {
        var asked = new AskedQuestion(material.Item.Stem, QuestionKind.General, []);
        var written = ExtractiveTutor.Answer(asked, material.Material, material.Allows) ?? PlainSentences.Answer(asked, material.Material, material.Allows);
        if (written is null) return Own($"The idea behind this question stands on {material.Place()}. Every sentence there that explains it would also answer it, so read it yourself.", []);
        var sentences = written.Sentences.TakeWhile((s, i) => i < MostOfConcept || s.IsItem).ToList();
        return written with { Sentences = sentences };
    }

    private static TutorAnswer Example(HintMaterial material)
    {
        var scores = new RunScores(new AskedQuestion(material.Item.Stem, QuestionKind.Example, []), material.Material);
        var run = LessonRuns.Of(material.Material.Candidates)
            .Where(r => r.CanOpen && r.Sentences.Count <= MostOfConcept && r.Sentences.Any(s => s.InExample) && r.Sentences.All(s => material.Allows(s.Source.Evidence)))
            .OrderByDescending(scores.Of).ThenBy(r => r.First.Index).FirstOrDefault();
        if (run is null) return Own($"Your material tells no other case of this. Make one of your own that fits what it says about {material.Topic() ?? "the matter"}, and see which option holds for it.", []);
        var draft = new AnswerDraft(material.Material.SourceNames);
        draft.Add(run);
        return draft.ToAnswer(WriterName.ExtractiveTutor);
    }

    private static TutorAnswer Own(string text, IReadOnlyList<Citation> citations) =>
        new(AnswerKind.Answer, [new AnswerSentence(text, [.. Enumerable.Range(0, citations.Count)])], citations, [], WriterName.ExtractiveTutor);

    [GeneratedRegex(@"\b(examples?|case|illustrates?|scenario|situation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Case();

    [GeneratedRegex(@"\b(how (many|much|long|often)|when|year|percent\w*|number)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(causes?|caused|effects?|leads?|results?|consequences?|why|because|happens)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Effect();

    [GeneratedRegex(@"\b(differ\w*|unlike|contrast|rather than|distinguish\w*|compared)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();
}
