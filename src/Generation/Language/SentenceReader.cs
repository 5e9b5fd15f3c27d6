namespace Tutor.Language;

/// <summary>From a stretch of text to tagged sentences. One reader a thread.</summary>
public sealed class SentenceReader(Lexicon lexicon)
{
    private readonly Tagger _tagger = new(lexicon);

    /// <param name="text">A chunk's text, say.</param>
    /// <returns>Sentences of the stretch; all offsets count from the start of <paramref name="text"/>.</returns>
    public IReadOnlyList<Sentence> Read(string text, int start, int length) =>
        [.. SentenceSplitter.Split(text, start, length).Select(s => new Sentence(text.Substring(s.Start, s.Length), s.Start, _tagger.Tag(Tokenizer.Words(text.AsSpan(s.Start, s.Length), s.Start))))];

    public Sentence ReadOne(string text) => new(text, 0, _tagger.Tag(Tokenizer.Words(text)));
}
