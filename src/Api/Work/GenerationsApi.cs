using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Http;
using Tutor.Jobs;
using Tutor.OpenApi;
using Tutor.Sources;

namespace Tutor.Work;

/// <summary>Asking for outlines, lessons and items, and how far they are.</summary>
internal static class GenerationsApi
{
    private const int MostItems = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/courses/{courseId:guid}/outlines", OutlineAsync).WithTags("Outline").WithSummary("Has modules and objectives proposed from the course's material")
            .WithDescription("What people have accepted, edited or published stays. The state is at Location, the outline then at the course's modules.")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Conflict);
        api.MapPost("/modules/{moduleId:guid}/lessons", LessonAsync).WithTags("Learning").WithSummary("Has the module's canonical lesson written").ForStaff(CourseThing.Module).Refuses(RefusalKind.Conflict);
        api.MapPost("/modules/{moduleId:guid}/items", ItemsAsync).WithTags("Review").WithSummary("Has items written for the module's pool")
            .WithDescription("count: items to write, 1 to 100; left out, as many as the material is good for. Items that are there already are not written twice.")
            .ForStaff(CourseThing.Module).Refuses(RefusalKind.Invalid, RefusalKind.Conflict);
        api.MapGet("/generations/{generationId:guid}", GetAsync).WithTags("Work").WithSummary("How far something is that is being written").ForMembers(CourseThing.Generation);
        api.MapDelete("/generations/{generationId:guid}", CancelAsync).WithTags("Work").WithSummary("Stops what is being written or waits for it, because nobody wants it any more")
            .WithDescription("What is finished already stays. A call of a language model that is under way is cut.").ForStaff(CourseThing.Generation);
    }

    private static async Task<NoContent> CancelAsync(Guid generationId, GenerationQueue queue, CancellationToken ct)
    {
        await queue.CancelAsync(generationId, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Accepted<GenerationView>, Refused>> OutlineAsync(Guid courseId, CourseSeat seat, TutorDb db, GenerationRequests requests, CancellationToken ct)
    {
        if (!await db.Sources.AnyAsync(s => s.CourseId == courseId && s.State == SourceState.Ready, ct)) return CourseRefusals.NoMaterial.ToResult();
        return Accepted(await requests.OutlineAsync(courseId, seat.UserId, ct));
    }

    private static async Task<Results<Accepted<GenerationView>, Refused>> LessonAsync(Guid moduleId, CourseSeat seat, TutorDb db, GenerationRequests requests, CancellationToken ct)
    {
        if (!await HasMaterialAsync(db, moduleId, ct)) return CourseRefusals.NoModuleMaterial.ToResult();
        return Accepted(await requests.LessonAsync(seat.CourseId, moduleId, seat.UserId, ct));
    }

    private static async Task<Results<Accepted<GenerationView>, Refused>> ItemsAsync(Guid moduleId, NewItems body, CourseSeat seat, TutorDb db, GenerationRequests requests, CancellationToken ct)
    {
        var inputs = new Inputs();
        if (body.Count is < 1 or > MostItems) inputs.Add("count", $"Count must be from 1 to {MostItems}.");
        if (inputs.Refusal is { } refusal) return refusal.ToResult();
        if (!await HasMaterialAsync(db, moduleId, ct)) return CourseRefusals.NoModuleMaterial.ToResult();
        return Accepted(await requests.ItemsAsync(seat.CourseId, moduleId, body.Count, seat.UserId, ct));
    }

    private static async Task<Ok<GenerationView>> GetAsync(Guid generationId, TutorDb db, CancellationToken ct) =>
        TypedResults.Ok(GenerationView.Of(await db.Generations.AsNoTracking().SingleAsync(g => g.Id == generationId, ct)));

    internal static Accepted<GenerationView> Accepted(Generation generation) => TypedResults.Accepted($"/api/v1/generations/{generation.Id}", GenerationView.Of(generation));

    private static async Task<bool> HasMaterialAsync(TutorDb db, Guid moduleId, CancellationToken ct)
    {
        var chunks = await db.Modules.Where(m => m.Id == moduleId).Select(m => m.ChunkIds).SingleOrDefaultAsync(ct) ?? [];
        return await db.Chunks.AnyAsync(c => chunks.Contains(c.Id), ct);
    }
}

public sealed record NewItems(int? Count = null) : IExample<NewItems>
{
    public static NewItems Example { get; } = new(12);
}

/// <param name="Progress">0 to 1.</param>
/// <param name="Failure">What is wrong and what to do, where it failed.</param>
/// <param name="Notice">Where it succeeded with less than usual: why, and what would change it.</param>
public sealed record GenerationView(
    Guid Id, GenerationKind Kind, Guid CourseId, Guid? ModuleId, WorkState State, double Progress, Failure? Failure, Notice? Notice, DateTimeOffset CreatedAt) : IExample<GenerationView>
{
    public static GenerationView Example { get; } = new(Examples.Id(18), GenerationKind.Items, Examples.Id(2), Examples.Id(6), WorkState.Running, 0.4, null, null, Examples.Time);

    internal static GenerationView Of(Generation generation) => new(
        generation.Id, generation.Kind, generation.CourseId, generation.ModuleId, generation.State, generation.Progress, generation.Failure, generation.Notice, generation.CreatedAt);
}
