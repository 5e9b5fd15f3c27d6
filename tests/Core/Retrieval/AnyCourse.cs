namespace Tutor.Retrieval;

/// <summary>Small courses in several languages and what might be asked of them, the same for the same seed.</summary>
internal sealed class AnyCourse(int seed)
{
    private static readonly string[] s_sentences =
    [
        "Memory is the ability to store experiences and to recall them.", "Self-esteem and self-control are learned in childhood.",
        "Rapid eye movement (REM) is a stage of sleep.", "In REM sleep the dreams are vivid.", "The hypotheses were tested by the analyses of data.",
        "Das Gedächtnis ist die Fähigkeit, sich an Dinge zu erinnern.", "Das Kurzzeitgedächtnis hält nicht für lange Zeit.", "Die Gesellschaften geben sich Normen.",
        "Les émotions sont accompagnées de réactions du corps.", "La mémoire est une capacité de l’homme.", "Las emociones son reacciones del cuerpo.",
        "記憶とは経験を保存する能力である。", "感情は体の反応を伴う。DNAは細胞の中にある。", "…", "42", "AIDS", "the of and",
    ];

    private readonly Random _random = new(seed);

    public IEnumerable<string[]> Sources() => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Enumerable.Range(0, _random.Next(1, 25)).Select(_ => Text()).ToArray())];

    public IEnumerable<string> Queries(int count) => [.. Enumerable.Range(0, count).Select(_ => Query())];

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Pick(s_sentences)));

    private string Query() => _random.Next(6) switch
    {
        0 => Mistyped(Pick(Pick(s_sentences).Split(' '))),
        1 => $"\"{Words(_random.Next(1, 4))}\" {Words(1)}",
        2 => Text() + " " + Text(),
        3 => Words(1).ToUpperInvariant(),
        4 => Words(2) + " " + Mistyped(Words(1)),
        _ => Words(_random.Next(0, 4)),
    };

    private string Words(int count)
    {
        var words = Pick(s_sentences).Split(' ');
        var from = _random.Next(words.Length);
        return string.Join(' ', words.Skip(from).Take(count));
    }

    private string Mistyped(string word)
    {
        if (word.Length < 2) return word;
        var at = _random.Next(word.Length - 1);
        return _random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    private T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}
