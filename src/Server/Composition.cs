using System.Diagnostics.CodeAnalysis;
using Tutor.Data;
using Tutor.Models;
using Tutor.People;
using Tutor.Prompts;
using Tutor.Retrieval;
using Tutor.Sources;
using Tutor.Web;
using Tutor.Work;

namespace Tutor;

/// <summary>What the executable is made of.</summary>
internal static class Composition
{
    /// <returns>False when a setting makes no sense; it has been said which.</returns>
    public static bool TryAddTutor(this WebApplicationBuilder builder, [NotNullWhen(true)] out TutorSettings? settings)
    {
        settings = null;
        try
        {
            settings = TutorSettings.From(builder.Configuration);
        }
        catch (SettingException e)
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
        // Assets of the class library are found when run from the build output too; it does no harm when published.
        builder.WebHost.UseStaticWebAssets();
        // A built server looks at every asset anew by default, and then sends it unpacked and not to be kept: 149 KB for a lesson's page instead of 63.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        builder.WebHost.UseUrls($"http://{settings.Bind}:{settings.Port}");
        AddServices(builder.Services, settings);
        return true;
    }

    public static void UseTutor(this WebApplication app, TutorSettings settings)
    {
        app.Services.GetRequiredService<FileStore>().Sweep(DateTime.UtcNow.AddHours(-1));
        // A prompt that is not as it must be is told now, not to the first learner.
        if (settings.Models.Any) app.Services.GetRequiredService<PromptLibrary>();
        if (!settings.Web) return;
        app.UseTutorErrorPages();
        app.UseTutorApiProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapTutorApi();
        app.MapTutorWeb();
    }

    private static void AddServices(IServiceCollection services, TutorSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(settings.Work).AddSingleton(settings.Chats).AddSingleton(TimeProvider.System);
        services.AddTutorDatabase(settings.Database);
        services.AddSingleton<CourseEvents>().AddHostedService(s => s.GetRequiredService<CourseEvents>());
        services.AddSingleton<LeaseKeeper>();
        services.AddTutorRetrieval(settings.Embedding);
        services.AddTutorIngestion(settings.Home);
        services.AddTutorGeneration();
        services.AddTutorModels(settings.Models);
        services.AddTutorIdentity().AddTutorUseCases();
        if (settings.Web) services.AddTutorApi().AddTutorWeb();
        if (settings.Worker) services.AddTutorWorker(settings.Work);
    }
}
