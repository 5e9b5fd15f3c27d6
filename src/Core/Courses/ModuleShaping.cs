using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Courses;

/// <summary>Where a module can be divided: the passage the second one would begin with.</summary>
/// <param name="Heading">The innermost heading there.</param>
public sealed record ModuleCut(Guid ChunkId, string Heading);

/// <summary>Joins and divides modules. Objectives and questions go with the passages they rest on; lessons have to be written anew.</summary>
public sealed class ModuleShaping(TutorDb db, TimeProvider clock)
{
    /// <summary>Takes the next module of the outline into this one, which keeps its title.</summary>
    public async Task<Outcome<Module>> JoinAsync(Guid courseId, Guid moduleId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var modules = await LockAsync(courseId, ct);
        var at = modules.FindIndex(m => m.Id == moduleId);
        if (at < 0) return CourseRefusals.NoSuch(CourseThing.Module);
        if (at + 1 == modules.Count) return CourseRefusals.NoNextModule;
        var (module, next) = (modules[at], modules[at + 1]);
        module.ChunkIds = [.. module.ChunkIds.Union(next.ChunkIds)];
        await MoveAsync(next.Id, module.Id, _ => true, ct);
        next.State = ModuleState.Removed;
        modules.Remove(next);
        Number(modules);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return module;
    }

    /// <summary>Makes a module of its own of all from a passage on.</summary>
    /// <param name="title">Of the new module; null for the heading it begins with.</param>
    public async Task<Outcome<Module>> SplitAsync(Guid courseId, Guid moduleId, Guid chunkId, string? title, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var modules = await LockAsync(courseId, ct);
        var at = modules.FindIndex(m => m.Id == moduleId);
        if (at < 0) return CourseRefusals.NoSuch(CourseThing.Module);
        var module = modules[at];
        var cut = module.ChunkIds.ToList().IndexOf(chunkId);
        var inputs = new Inputs();
        if (cut <= 0) inputs.Add("chunkId", "The new module begins with a passage of this one, but not with its first.");
        if (modules.Count >= ModuleEditing.MaxModules) inputs.Add("title", $"A course may have at most {ModuleEditing.MaxModules} modules.");
        var heading = cut <= 0 ? "" : (await CutsAsync(module, ct)).Single(c => c.ChunkId == chunkId).Heading;
        var name = string.IsNullOrWhiteSpace(title) ? heading : inputs.Text("title", title, "A title", max: 200);
        if (inputs.Refusal is { } refusal) return refusal;
        var made = new Module
        {
            Id = Guid.CreateVersion7(),
            CourseId = courseId,
            Title = name.Length == 0 ? $"{module.Title}, continued" : name,
            Part = module.Part,
            State = ModuleState.Accepted,
            ChunkIds = [.. module.ChunkIds.Skip(cut)],
            CreatedAt = clock.Now(),
        };
        module.ChunkIds = [.. module.ChunkIds.Take(cut)];
        db.Modules.Add(made);
        modules.Insert(at + 1, made);
        Number(modules);
        var its = made.ChunkIds.ToHashSet();
        await MoveAsync(moduleId, made.Id, chunk => its.Contains(chunk), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return made;
    }

    /// <summary>Where a module can be divided, in reading order: at each heading but the first.</summary>
    public async Task<IReadOnlyList<ModuleCut>> CutsAsync(Module module, CancellationToken ct)
    {
        var ids = module.ChunkIds;
        var headings = await db.Chunks.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Headings }).ToDictionaryAsync(c => c.Id, c => c.Headings, ct);
        return [.. ids.Skip(1).Where(headings.ContainsKey).Select(id => new ModuleCut(id, headings[id].Count > 0 ? headings[id][^1] : ""))];
    }

    private async Task MoveAsync(Guid from, Guid to, Func<Guid, bool> goes, CancellationToken ct)
    {
        var rows = await db.Reviewables.Where(r => r.ModuleId == from && r.Kind != ReviewableKind.Lesson).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
        var revisions = rows.Select(r => r.RevisionId).ToList();
        var bodies = await db.Revisions.AsNoTracking().Where(r => revisions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var after = await db.Reviewables.Where(r => r.ModuleId == to).MaxAsync(r => (int?)r.Position, ct) ?? -1;
        foreach (var row in rows.Where(r => Citations(r, bodies[r.RevisionId]) is [var first, ..] && goes(first.ChunkId)))
            (row.ModuleId, row.Position) = (to, ++after);
    }

    private static IReadOnlyList<Citation> Citations(Reviewable row, Revision revision) =>
        row.Kind == ReviewableKind.Item ? revision.As<ItemBody>().Citations : revision.As<ObjectiveBody>().Citations;

    private async Task<List<Module>> LockAsync(Guid courseId, CancellationToken ct)
    {
        await CourseRow.LockAsync(db, courseId, ct);
        return await db.Modules.Where(m => m.CourseId == courseId && m.State != ModuleState.Removed).OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
    }

    private static void Number(List<Module> modules)
    {
        for (var i = 0; i < modules.Count; i++) modules[i].Position = i;
    }
}
