using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.Jobs;
using Tutor.OpenApi;
using Tutor.People;

namespace Tutor.Courses;

internal static class ModulesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/courses/{courseId:guid}/modules", ListAsync).WithTags("Outline").WithSummary("The course's modules with their objectives, whole and in order")
            .WithDescription("Staff see the outline they work on; learners see what is published (state: published).").ForMembers(CourseThing.Course);
        api.MapPost("/courses/{courseId:guid}/modules", AddAsync).WithTags("Outline").WithSummary("Adds a module")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        api.MapPatch("/modules/{moduleId:guid}", ChangeAsync).WithTags("Outline").WithSummary("Changes or moves a module; what is left out stays")
            .WithDescription("position counts from 0, the others move. state: accepted, proposed.").ForStaff(CourseThing.Module).Refuses(RefusalKind.Invalid);
        api.MapDelete("/modules/{moduleId:guid}", RemoveAsync).WithTags("Outline").WithSummary("Takes a module out of the outline; learners keep it until the next publication")
            .ForStaff(CourseThing.Module);
        api.MapPost("/modules/{moduleId:guid}/joins", JoinAsync).WithTags("Outline").WithSummary("Takes the next module into this one")
            .WithDescription("Its objectives and items come along; the lesson is written anew, unless a person accepted or edited it.").ForStaff(CourseThing.Module).Refuses(RefusalKind.Conflict);
        api.MapPost("/modules/{moduleId:guid}/splits", SplitAsync).WithTags("Outline").WithSummary("Makes a module of its own of all from a passage on")
            .WithDescription("Objectives and items go with the passages they rest on; both lessons are written anew, unless a person accepted or edited them.").ForStaff(CourseThing.Module).Refuses(RefusalKind.Invalid);
    }

    private static async Task<Results<Created<ModuleView>, Refused>> JoinAsync(Guid moduleId, CourseSeat seat, Caller caller, ModuleShaping shaping, GenerationRequests requests, Outline outline, CancellationToken ct)
    {
        if (!(await shaping.JoinAsync(seat.CourseId, moduleId, ct)).Succeeded(out var module, out var refusal)) return refusal.ToResult();
        await requests.LessonAsync(seat.CourseId, moduleId, caller.Id, ct);
        return TypedResults.Created($"/api/v1/courses/{seat.CourseId}/modules", await ViewAsync(outline, module, ct));
    }

    private static async Task<Results<Created<ModuleView>, Refused>> SplitAsync(
        Guid moduleId, ModuleSplit body, CourseSeat seat, Caller caller, ModuleShaping shaping, GenerationRequests requests, Outline outline, CancellationToken ct)
    {
        if (!(await shaping.SplitAsync(seat.CourseId, moduleId, body.ChunkId, body.Title, ct)).Succeeded(out var module, out var refusal)) return refusal.ToResult();
        foreach (var changed in (Guid[])[moduleId, module.Id]) await requests.LessonAsync(seat.CourseId, changed, caller.Id, ct);
        return TypedResults.Created($"/api/v1/courses/{seat.CourseId}/modules", await ViewAsync(outline, module, ct));
    }

    private static async Task<Ok<ModuleListView>> ListAsync(Guid courseId, CourseSeat seat, Outline outline, CancellationToken ct) =>
        TypedResults.Ok(new ModuleListView([.. (await outline.ForAsync(seat, ct)).Select(ModuleView.Of)]));

    private static async Task<Results<Created<ModuleView>, Refused>> AddAsync(Guid courseId, ChangeModule body, ModuleEditing editing, Outline outline, CancellationToken ct) =>
        (await editing.AddAsync(courseId, body.Changes, ct)).Succeeded(out var module, out var refusal)
            ? TypedResults.Created($"/api/v1/courses/{courseId}/modules", await ViewAsync(outline, module, ct))
            : refusal.ToResult();

    private static async Task<Results<Ok<ModuleView>, Refused>> ChangeAsync(Guid moduleId, ChangeModule body, CourseSeat seat, ModuleEditing editing, Outline outline, CancellationToken ct) =>
        (await editing.ChangeAsync(seat.CourseId, moduleId, body.Changes, ct)).Succeeded(out var module, out var refusal)
            ? TypedResults.Ok(await ViewAsync(outline, module, ct))
            : refusal.ToResult();

    private static async Task<NoContent> RemoveAsync(Guid moduleId, CourseSeat seat, ModuleEditing editing, CancellationToken ct)
    {
        await editing.RemoveAsync(seat.CourseId, moduleId, ct);
        return TypedResults.NoContent();
    }

    private static async Task<ModuleView> ViewAsync(Outline outline, Module module, CancellationToken ct) =>
        ModuleView.Of((await outline.WorkingAsync(module.CourseId, ct)).Single(m => m.Id == module.Id));
}

/// <param name="Part">The chapter it belongs to.</param>
/// <param name="ChunkIds">The passages it rests on, in reading order.</param>
public sealed record ChangeModule(string? Title = null, string? Part = null, int? Position = null, string? State = null, IReadOnlyList<Guid>? ChunkIds = null) : IExample<ChangeModule>
{
    public static ChangeModule Example { get; } = new("Working memory", Position: 0, State: "accepted");

    internal ModuleChanges Changes => new(Title, Part, Position, State, ChunkIds);
}

/// <param name="ChunkId">The passage the new module begins with.</param>
/// <param name="Title">Of the new module; left out, the heading there.</param>
public sealed record ModuleSplit(Guid ChunkId, string? Title = null) : IExample<ModuleSplit>
{
    public static ModuleSplit Example { get; } = new(Examples.Id(5), "Long-term memory");
}

/// <param name="State">proposed or accepted; published where it is shown to learners.</param>
/// <param name="Items">How many items there are.</param>
public sealed record ModuleView(Guid Id, string Title, string Part, int Position, string State, int Items, bool HasLesson, IReadOnlyList<ObjectiveView> Objectives) : IExample<ModuleView>
{
    internal const string Published = "published";

    public static ModuleView Example { get; } = new(Examples.Id(6), "Working memory", "Memory", 0, "accepted", 12, true, [ObjectiveView.Example]);

    internal static ModuleView Of(OutlineModule module) => new(
        module.Id, module.Title, module.Part, module.Position, module.State is { } state ? Inputs.WordOf(state) : Published,
        module.Items, module.HasLesson, [.. module.Objectives.Select(ObjectiveView.Of)]);
}

public sealed record ModuleListView(IReadOnlyList<ModuleView> Modules) : IExample<ModuleListView>
{
    public static ModuleListView Example { get; } = new([ModuleView.Example]);
}
