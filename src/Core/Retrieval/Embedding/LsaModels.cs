using System.Globalization;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Lsa;

namespace Tutor.Retrieval.Embedding;

/// <summary>The built-in embedder, named <c>lsa:1</c>, <c>lsa:2</c>, … as a course grows.</summary>
public sealed class LsaModels : IEmbeddingModels
{
    private const string Prefix = "lsa:";

    /// <summary>While more is on its way, a model serves until the course has doubled.</summary>
    private const int Growth = 2;

    /// <summary>
    /// At rest, a course is learned from anew where so much of it came or went: what is only folded in has no words of its own. With models
    /// of a growing course left as they were, two textbooks were searched at .885 and .796 (nDCG@10), fitted on all at .893 and .802.
    /// </summary>
    private const double Noticeable = 0.1;

    public bool Opens(string model) => model.StartsWith(Prefix, StringComparison.Ordinal);

    public bool Serves(CourseModel model, int chunks) => Opens(model.Name) && chunks < Growth * model.FittedChunks;

    public bool ServesAtRest(CourseModel model, int chunks) => Serves(model, chunks) && model.Changed(chunks) < Noticeable * chunks;

    public CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier) => Create(texts, [.. texts.Select(TermCounts.Of)], earlier);

    public CourseModel Create(IReadOnlyList<string> texts, IReadOnlyList<TermCounts> terms, IReadOnlyCollection<string> earlier)
    {
        var last = earlier.Where(Opens).Select(n => int.Parse(n[Prefix.Length..], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var name = Prefix + (last + 1).ToString(CultureInfo.InvariantCulture);
        return new CourseModel(name, Current: false, texts.Count, LsaSerializer.Write(LsaFitting.Fit(terms)));
    }

    public IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model) =>
        new LsaEmbeddingGenerator(LsaSerializer.Read(model.Weights ?? throw new InvalidDataException($"The model {model.Name} has no weights.")), model.Name);
}
