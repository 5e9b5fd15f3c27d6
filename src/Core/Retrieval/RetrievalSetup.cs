using Microsoft.Extensions.DependencyInjection;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Retrieval.Onnx;

namespace Tutor.Retrieval;

public static class RetrievalSetup
{
    /// <summary>Search and what makes chunks searchable, over the pool of <c>AddTutorDatabase</c>.</summary>
    public static IServiceCollection AddTutorRetrieval(this IServiceCollection services, EmbedderSettings settings)
    {
        services.AddEmbedders(settings);
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

    /// <summary>The configured embedder makes new vectors; all of them open what courses have. Another kind joins under the key by which settings name it.</summary>
    private static void AddEmbedders(this IServiceCollection services, EmbedderSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new OnnxFolder(settings.Home)).AddSingleton(new OnnxLibrary(settings.Home, settings.OnnxRuntime)).AddSingleton<OnnxAdding>();
        services.AddKeyedSingleton<IEmbeddingModels, LsaModels>(EmbedderSettings.Lsa);
        services.AddKeyedSingleton<IEmbeddingModels>(EmbedderSettings.Onnx, (s, _) => new OnnxModels(s.GetRequiredService<OnnxFolder>(), s.GetRequiredService<OnnxLibrary>(), settings.OnnxName));
        services.AddSingleton(s => new EmbeddingModels(s.GetRequiredKeyedService<IEmbeddingModels>(settings.Kind), s.GetKeyedServices<IEmbeddingModels>(KeyedService.AnyKey)));
    }
}
