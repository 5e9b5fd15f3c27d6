using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>A heading inside a section with what stands under it, sub-headings included.</summary>
internal sealed class HeadingNode(string text)
{
    public string Text { get; } = text;

    public List<HeadingNode> Children { get; } = [];

    public List<SourceSentence> Sentences { get; } = [];

    public List<Fact> Facts { get; } = [];

    /// <summary>Sentences under it and under its sub-headings.</summary>
    public int Weight => Sentences.Count + Children.Sum(c => c.Weight);

    public IEnumerable<HeadingNode> All => Children.SelectMany(c => c.All).Prepend(this);

    public IEnumerable<Fact> AllFacts => All.SelectMany(n => n.Facts);

    public IEnumerable<SourceSentence> AllSentences => All.SelectMany(n => n.Sentences);

    /// <returns>A node for the section itself, with its headings below it.</returns>
    public static HeadingNode Of(FactTable table, Section section)
    {
        var root = new HeadingNode(OutlineTitles.Unshouted(section.Title));
        foreach (var sentence in table.SentencesOf(section).Where(s => !HeadingText.IsApparatus(s.Headings)))
        {
            var node = root;
            foreach (var heading in sentence.Headings.Skip(section.Path.Count).Select(h => OutlineTitles.Unshouted(HeadingText.Plain(h))))
            {
                var child = node.Children.Find(c => c.Text == heading);
                if (child is null)
                {
                    node.Children.Add(child = new HeadingNode(heading));
                }
                node = child;
            }
            node.Sentences.Add(sentence);
        }
        foreach (var fact in table.FactsOf(section))
        {
            (root.All.LastOrDefault(n => n.Text == OutlineTitles.Unshouted(fact.Heading)) ?? root).Facts.Add(fact);
        }
        return root;
    }
}
