using Tutor.Checks;
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
        casing.Settle();
        var terms = new TermRules(new TermKeys(lexicon), casing);
        var all = new List<SourceSentence>();
        for (var i = 0; i < blocks.Count; i++)
        {
            all.AddRange(OfBlock(blocks[i], sections[sectionOf[i]], read[i], casing, terms));
        }
        return new CourseText(sections, blocks, sectionOf, all, casing);
    }

    public Section SectionFor(TextBlock block) => Sections[SectionOf[block.Ordinal]];

    private static bool IsRunningText(BlockKind kind) => kind is BlockKind.Paragraph or BlockKind.Note or BlockKind.List or BlockKind.Caption;

    private static IEnumerable<SourceSentence> OfBlock(TextBlock block, Section section, IReadOnlyList<Sentence> sentences, Casing casing, TermRules terms)
    {
        var (story, example) = (false, false);
        Antecedent? antecedent = null;
        foreach (var sentence in sentences.Where(s => !InjectedOrders.IsIn(s.Text)))
        {
            var named = casing.Mend(sentence);
            var tokens = PlainTokens.Of(named.Tokens);
            story |= Standing.OpensStory(sentence.Text);
            example = Standing.OpensExample(sentence.Text) || example && tokens.Count > 0 && tokens[0].Tag is PartOfSpeech.Pronoun or PartOfSpeech.ProperNoun;
            var text = block.Part.Kind is BlockKind.Paragraph or BlockKind.Note or BlockKind.List && section.Role is SectionRole.Body or SectionRole.Summary && !HeadingText.IsApparatus(block.Headings);
            var alone = text && Standing.StandsAlone(tokens);
            var resolved = text && !alone && block.Part.Kind != BlockKind.List ? antecedent?.Resolve(tokens) : null;
            var read = new SourceSentence(named, block.Chunk, block.Part.Kind, section, block.Headings, block.Ordinal)
            {
                Tokens = tokens,
                Clauses = Clauses.Of(resolved ?? tokens),
                StandsAlone = alone,
                InExample = story || example,
                Addresses = Standing.Addresses(tokens),
                Names = resolved is null ? null : antecedent,
            };
            antecedent = Antecedent.Of(read, antecedent, terms);
            yield return read;
        }
    }
}
