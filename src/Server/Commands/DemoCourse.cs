using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.People;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Commands;

/// <summary>
/// The demo people and the demo course, made the way people make theirs, by the workers of the running server.
/// What is there of the course stays as it is, so that it can be run again after an interruption.
/// </summary>
internal sealed class DemoCourse(IServiceProvider services, TutorSettings settings, TextWriter output)
{
    private const string Title = "The Living Cell";
    private const string Description = "An introduction to cell biology: what cells are made of, how they take in energy, and how they divide.";
    private static readonly Guid s_id = NamedGuid.Create(Guid.Empty, "demo course");
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    public async Task<int> SeedAsync(CancellationToken ct)
    {
        if (settings.DemoPassword is not { Length: > 0 } password)
        {
            await output.WriteLineAsync("TUTOR_DEMO_PASSWORD is not set: the demo people need a password.");
            return ServerCommands.BadUsage;
        }
        if (!(await new DemoPeople(services, password).EnsureAsync(ct)).Succeeded(out var people, out var refusal))
        {
            await output.WriteLineAsync($"TUTOR_DEMO_PASSWORD cannot be used: {refusal.Detail}");
            return ServerCommands.Failed;
        }
        var (instructor, learner) = (people.Instructor, people.Learner);
        if (await IsPublishedAsync(ct)) return 0;
        await AddCourseAsync(instructor, ct);
        await UploadAsync(instructor, ct);
        if (!await WaitForSourcesAsync(ct)) return ServerCommands.Failed;
        if (!await WriteAsync(instructor, ct)) return ServerCommands.Failed;
        return await PublishAsync(instructor, learner, ct);
    }

    private Task<bool> IsPublishedAsync(CancellationToken ct) => AskAsync(db => db.Courses.AnyAsync(c => c.Id == s_id && c.PublicationId != null, ct));

    private Task<int> AddCourseAsync(User instructor, CancellationToken ct) => AskAsync(async db =>
    {
        if (await db.Courses.AnyAsync(c => c.Id == s_id, ct)) return 0;
        db.Courses.Add(new Course { Id = s_id, Title = Title, Description = Description, CreatedAt = DateTimeOffset.UtcNow });
        db.CourseStaff.Add(new CourseStaff { CourseId = s_id, UserId = instructor.Id });
        return await db.SaveChangesAsync(ct);
    });

    private async Task UploadAsync(User instructor, CancellationToken ct)
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Order(StringComparer.Ordinal).ToList();
        foreach (var path in files)
        {
            await using var content = File.OpenRead(path);
            var result = await services.GetRequiredService<SourceService>().UploadAsync(s_id, instructor.Id, Path.GetFileName(path), content, ct);
            await output.WriteLineAsync(result.Refusal is { } refusal ? $"  {Path.GetFileName(path)}: {refusal.Message}" : $"  reading {Path.GetFileName(path)}");
        }
    }

    private async Task<bool> WaitForSourcesAsync(CancellationToken ct)
    {
        if (!await WaitAsync(db => db.Sources.AllAsync(s => s.CourseId != s_id || s.State == SourceState.Ready || s.State == SourceState.Failed, ct), "reading the demo course", ct)) return false;
        var failed = await AskAsync(db => db.Sources.AsNoTracking().Where(s => s.CourseId == s_id && s.State != SourceState.Ready).ToListAsync(ct));
        foreach (var source in failed) await output.WriteLineAsync($"  {source.Name} could not be read: {source.Failure?.Message ?? "it is still being read."}");
        return failed.Count == 0;
    }

    private async Task<bool> WriteAsync(User instructor, CancellationToken ct)
    {
        await output.WriteLineAsync("  writing modules, lessons and quiz items");
        await services.GetRequiredService<GenerationRequests>().OutlineAsync(s_id, instructor.Id, ct);
        if (!await WaitAsync(db => db.Generations.AllAsync(g => g.CourseId != s_id || g.State == WorkState.Ready || g.State == WorkState.Failed, ct), "writing the demo course", ct)) return false;
        var failure = await AskAsync(db => db.Generations.AsNoTracking().Where(g => g.CourseId == s_id && g.Kind == GenerationKind.Outline && g.State == WorkState.Failed).FirstOrDefaultAsync(ct));
        if (failure is not null) await output.WriteLineAsync($"  {failure.Failure?.Message}");
        return failure is null;
    }

    private async Task<int> PublishAsync(User instructor, User learner, CancellationToken ct)
    {
        using var scope = services.CreateScope();
        var published = await scope.ServiceProvider.GetRequiredService<Publishing>().PublishAsync(s_id, instructor.Id, ct);
        if (published.Succeeded(out var summary, out var refusal))
        {
            await scope.ServiceProvider.GetRequiredService<Enrolling>().JoinAsync(s_id, new Caller(learner.Id, IsInstructor: false, IsAdmin: false), ct);
            await output.WriteLineAsync($"  published {summary.Modules} modules with {summary.Holds.Items} quiz items");
            return 0;
        }
        await output.WriteLineAsync($"  {refusal.Detail}");
        return ServerCommands.Failed;
    }

    /// <returns>False when patience ended; it has been said.</returns>
    private async Task<bool> WaitAsync(Func<TutorDb, Task<bool>> done, string what, CancellationToken ct)
    {
        var until = DateTimeOffset.UtcNow + s_patience;
        while (!await AskAsync(done))
        {
            if (DateTimeOffset.UtcNow > until)
            {
                await output.WriteLineAsync($"Gave up {what} after {s_patience.TotalMinutes:0} minutes; see the server's log, then run ./tutor up again.");
                return false;
            }
            await Task.Delay(200, ct);
        }
        return true;
    }

    private async Task<T> AskAsync<T>(Func<TutorDb, Task<T>> question)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TutorDb>>().CreateDbContextAsync();
        return await question(db);
    }
}
