using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;

namespace Tutor.Retrieval;

/// <summary>Another embedder, as one that is not learned from the course would be: counts of the letters a to z, or whatever it is told to answer.</summary>
internal sealed class LetterModels(Func<string, float[]>? answer = null) : IEmbeddingModels
{
    public bool Opens(string model) => model == "letters";

    public bool Serves(CourseModel model, int chunks) => Opens(model.Name);

    public CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier) => new("letters", Current: false, texts.Count, Weights: null);

    public IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model) => new Generator(answer ?? Letters);

    public static float[] Letters(string text) => [.. Enumerable.Range('a', 26).Select(letter => (float)text.Count(c => c == letter))];

    private sealed class Generator(Func<string, float[]> answer) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>(answer(v)))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
