using Microsoft.Extensions.DependencyInjection;
using Tutor.Jobs;
using Tutor.Parsing;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor;

public static class IngestionServices
{
    /// <param name="home">The folder everything of Tutor is written to.</param>
    public static IServiceCollection AddTutorIngestion(this IServiceCollection services, string home) => services
        .AddParsers()
        .AddSingleton(_ => new FileStore(home))
        .AddSingleton<SourceService>()
        .AddSingleton<SourceIngestor>()
        .AddSingleton<SourceQueue>()
        .AddSingleton<SourceWorker>()
        .AddSingleton<VectorWorker>()
        .AddSingleton<IWorker>(s => s.GetRequiredService<SourceWorker>());
}
