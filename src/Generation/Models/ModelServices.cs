using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tutor.Lessons;
using Tutor.Models.Accounting;
using Tutor.Models.Vectors;
using Tutor.ModelWriting;
using Tutor.Prompts;
using Tutor.Retrieval.Embedding;
using Tutor.Tutoring;

namespace Tutor.Models;

public static class ModelServices
{
    /// <summary>The configured models, their prompts and their accounts. Without a model nothing of it ever makes a call.</summary>
    public static IServiceCollection AddTutorModels(this IServiceCollection services, ModelSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(s => new ModelCallRows(s.GetRequiredService<NpgsqlDataSource>(), settings.TokensPerCourseAndDay))
        .AddSingleton<ModelRoles>()
        .AddSingleton<CourseUsageReader>()
        .AddSingleton<ModelExaminer>()
        .AddSingleton<PromptRecords>()
        .AddSingleton<CourseForecaster>()
        .AddSingleton<EndpointModels>()
        .AddKeyedSingleton<IEmbeddingModels>(EmbedderSettings.Endpoint, (s, _) => s.GetRequiredService<EndpointModels>())
        .AddSingleton(_ => PromptLibrary.Load())
        .AddSingleton<PromptRunner>()
        .AddSingleton<ModelAuthors>()
        .AddSingleton<ModelTutor>()
        .AddSingleton<ModelHints>()
        .AddSingleton<PersonalVariants>();
}
