using Microsoft.Extensions.DependencyInjection;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval;

public static class RetrievalSetup
{
    /// <summary>Search and what makes chunks searchable, over the pool of <c>AddTutorDatabase</c>, with the built-in embedder.</summary>
    public static IServiceCollection AddTutorRetrieval(this IServiceCollection services)
    {
        services.AddSingleton<IEmbeddingModels, LsaModels>();
        services.AddSingleton(s => new EmbeddingModels(s.GetRequiredService<IEmbeddingModels>(), s.GetServices<IEmbeddingModels>()));
        services.AddSingleton<Stems>().AddSingleton<TermReader>();
        services.AddSingleton<EmbeddingStore>();
        services.AddSingleton<EmbeddingUpkeep>();
        services.AddSingleton<CourseEmbeddings>();
        services.AddSingleton<ReferenceSearch>();
        services.AddSingleton<CourseIndexLoader>();
        services.AddSingleton(s => new CourseIndexCache(s.GetRequiredService<CourseIndexLoader>()));
        services.AddScoped<PassageSearch>();
        return services;
    }
}
