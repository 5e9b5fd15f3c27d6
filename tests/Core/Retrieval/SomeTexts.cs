namespace Tutor.Retrieval;

/// <summary>Texts on a few subjects, each with words of its own, the same for the same seed.</summary>
internal static class SomeTexts
{
    private static readonly string[][] s_subjects =
    [
        ["memory", "encoding", "storage", "retrieval", "hippocampus", "rehearsal", "chunking", "forgetting", "recall", "amnesia"],
        ["neuron", "axon", "dendrite", "synapse", "neurotransmitter", "myelin", "membrane", "potential", "receptor", "dopamine"],
        ["society", "culture", "norm", "value", "institution", "sanction", "deviance", "ritual", "folkway", "taboo"],
        ["learning", "conditioning", "reinforcement", "punishment", "stimulus", "response", "extinction", "shaping", "reward", "behaviour"],
    ];

    private static readonly string[] s_common = ["the", "of", "and", "people", "often", "studies", "show", "that", "time", "change", "a", "in"];

    public static string[] Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random, s_subjects[random.Next(s_subjects.Length)], random.Next(20, 120)))];
    }

    private static string One(Random random, string[] subject, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(3) switch
    {
        0 => subject[random.Next(subject.Length)],
        _ => s_common[random.Next(s_common.Length)],
    })) + ".";
}
