using Quartz;
using Tutor.Jobs;
using Tutor.Work;

namespace Tutor;

/// <summary>The worker role: Quartz ticks, and whatever is due is claimed from our own tables.</summary>
internal static class WorkerSetup
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddTutorWorker(this IServiceCollection services, WorkOptions work)
    {
        // A dead node's clock passes on after two check-ins or so: well within a lease.
        var checkin = TimeSpan.FromSeconds(Math.Clamp(work.Lease.TotalSeconds / 12, 1, 5));
        services.AddHostedService<WorkBell>();
        services.AddHostedService<ReaderSelfCheck>();
        services.AddQuartz(quartz =>
        {
            // Declared jobs replace what is stored, by default; two nodes that start together would then both fire every tick.
            quartz.ConfigureOptions<QuartzOptions>(o => o.Scheduling.IgnoreDuplicates = true);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(postgres => postgres.UseRegisteredDataSource = true);
                store.UseSystemTextJsonSerializer();
                store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (checkin, checkin));
                store.ProvisionSchema();
            });
            Tick<IngestSourcesJob>(quartz, "ingest-sources");
            Tick<GenerateJob>(quartz, "generate");
            Tick<KeepVectorsJob>(quartz, "keep-vectors");
        });
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Tick<T>(IQuartzBuilder quartz, string name)
        where T : IJob =>
        quartz.ScheduleJob<T>(trigger => trigger.WithIdentity(name).WithSimpleSchedule(s_tick), job => job.WithIdentity(name));
}
