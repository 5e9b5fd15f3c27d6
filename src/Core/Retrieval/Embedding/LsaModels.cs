using System.Globalization;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Lsa;

namespace Tutor.Retrieval.Embedding;

/// <summary>The built-in embedder, named <c>lsa:1</c>, <c>lsa:2</c>, … as a course grows.</summary>
public sealed class LsaModels : IEmbeddingModels
{
    private const string Prefix = "lsa:";

    /// <summary>Fitted on half of the chunks a model loses nothing that can be measured.</summary>
    private const int Growth = 2;

    public bool Opens(string model) => model.StartsWith(Prefix, StringComparison.Ordinal);

    public bool Serves(CourseModel model, int chunks) => Opens(model.Name) && chunks < Growth * model.FittedChunks;

    public CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier)
    {
        var last = earlier.Where(Opens).Select(n => int.Parse(n[Prefix.Length..], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var name = Prefix + (last + 1).ToString(CultureInfo.InvariantCulture);
        return new CourseModel(name, Current: false, texts.Count, LsaSerializer.Write(LsaFitting.Fit(texts)));
    }

    public IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model) =>
        new LsaEmbeddingGenerator(LsaSerializer.Read(model.Weights ?? throw new InvalidDataException($"The model {model.Name} has no weights.")), model.Name);
}
