using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>A course as the patterns see it: sections, blocks and tagged sentences.</summary>
/// <param name="SectionOf">For each block the index of its section.</param>
internal sealed record CourseText(IReadOnlyList<Section> Sections, IReadOnlyList<TextBlock> Blocks, IReadOnlyList<int> SectionOf, IReadOnlyList<SourceSentence> Sentences, Casing Casing)
{
    public static CourseText Read(IReadOnlyList<Chunk> chunks, Lexicon lexicon)
    {
        var blocks = TextBlocks.Of(chunks);
        var (sections, sectionOf) = SectionMaker.Make(blocks);
        var reader = new SentenceReader(lexicon);
        var casing = new Casing();
        var read = new List<IReadOnlyList<Sentence>>(blocks.Count);
        foreach (var block in blocks)
        {
            var sentences = IsRunningText(block.Part.Kind) ? reader.Read(block.Chunk.Text, block.Part.Start, block.Part.Length) : [];
            foreach (var sentence in sentences)
            {
                casing.Count(sentence.Tokens);
            }
            read.Add(sentences);
        }
        var all = new List<SourceSentence>();
        for (var i = 0; i < blocks.Count; i++)
        {
            all.AddRange(OfBlock(blocks[i], sections[sectionOf[i]], read[i], casing));
        }
        return new CourseText(sections, blocks, sectionOf, all, casing);
    }

    public Section SectionFor(TextBlock block) => Sections[SectionOf[block.Ordinal]];

    /// <summary>What follows a semicolon is a sentence of its own, if it does not lean on what comes before.</summary>
    private static List<Clause> Clauses(IReadOnlyList<Token> tokens)
    {
        var clauses = new List<Clause>();
        var from = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && tokens[i].Text != ";")
            {
                continue;
            }
            IReadOnlyList<Token> part = from == 0 && i == tokens.Count ? tokens : [.. tokens.Skip(from).Take(i - from)];
            if ((from == 0 || Standing.CanFollow(part)) && ClauseReader.Read(part) is { } clause)
            {
                clauses.Add(clause);
            }
            from = i + 1;
        }
        return clauses;
    }

    private static bool IsRunningText(BlockKind kind) => kind is BlockKind.Paragraph or BlockKind.Note or BlockKind.List or BlockKind.Caption;

    private static IEnumerable<SourceSentence> OfBlock(TextBlock block, Section section, IReadOnlyList<Sentence> sentences, Casing casing)
    {
        var (story, example) = (false, false);
        foreach (var sentence in sentences)
        {
            var named = casing.Mend(sentence);
            var tokens = PlainTokens.Of(named.Tokens);
            story |= Standing.OpensStory(sentence.Text);
            example = Standing.OpensExample(sentence.Text) || example && tokens.Count > 0 && tokens[0].Tag is PartOfSpeech.Pronoun or PartOfSpeech.ProperNoun;
            yield return new SourceSentence(named, block.Chunk, block.Part.Kind, section, block.Headings, block.Ordinal)
            {
                Tokens = tokens,
                Clauses = Clauses(tokens),
                StandsAlone = block.Part.Kind is BlockKind.Paragraph or BlockKind.Note or BlockKind.List && section.Role is SectionRole.Body or SectionRole.Summary && Standing.StandsAlone(tokens),
                InExample = story || example,
                Addresses = Standing.Addresses(tokens),
            };
        }
    }
}
