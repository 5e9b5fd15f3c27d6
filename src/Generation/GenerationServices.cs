using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tutor.Artefacts;
using Tutor.Checks;
using Tutor.Courses;
using Tutor.Items;
using Tutor.Jobs;
using Tutor.Language;
using Tutor.Lessons;
using Tutor.Outlines;
using Tutor.Review;
using Tutor.Tutoring;
using Tutor.Work;

namespace Tutor;

public static class GenerationServices
{
    /// <param name="dictionary">Folder of WordNet's files; without them the writer finds less.</param>
    public static IServiceCollection AddTutorGeneration(this IServiceCollection services, string dictionary = Lexicon.DefaultFolder) => services
        .AddSingleton(_ => Lexicon.Load(dictionary))
        .AddSingleton(s => new ArtefactStore(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<ILogger<ArtefactStore>>(), s.GetRequiredService<WorkOptions>().Lease))
        .AddSingleton<CourseMaterials>()
        .AddSingleton<OutlineGenerator>()
        .AddSingleton<LessonGenerator>()
        .AddSingleton<ItemGenerator>()
        .AddSingleton<LessonService>()
        .AddSingleton<NextLesson>()
        .AddScoped<TutorService>().AddScoped<QuestionFinder>().AddScoped<HintService>()
        .AddSingleton<EditChecks>()
        .AddSingleton<CheckDraft>(s => s.GetRequiredService<EditChecks>().CheckAsync)
        .AddSingleton<GenerationQueue>()
        .AddSingleton<GenerationRequests>()
        .AddSingleton<GenerationWorker>()
        .AddSingleton<IWorker>(s => s.GetRequiredService<GenerationWorker>());
}
