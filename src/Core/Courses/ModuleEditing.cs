using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Courses;

/// <summary>What a person sets of a module; whatever is null stays, or is as usual for a new one.</summary>
/// <param name="Position">Place among the course's modules, from 0; the others move. Past the end is the end.</param>
/// <param name="State"><c>accepted</c> or <c>proposed</c>; accepting a removed module brings it back.</param>
/// <param name="ChunkIds">The passages it rests on, in reading order.</param>
public sealed record ModuleChanges(string? Title = null, string? Part = null, int? Position = null, string? State = null, IReadOnlyList<Guid>? ChunkIds = null);

/// <summary>Instructors' work on the modules of an outline.</summary>
public sealed class ModuleEditing(TutorDb db, TimeProvider clock)
{
    public const int MaxModules = 500;
    private const int MaxChunks = 5000;

    /// <summary>A module a person made is accepted.</summary>
    public async Task<Outcome<Module>> AddAsync(Guid courseId, ModuleChanges changes, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var modules = await LockAsync(courseId, ct);
        var inputs = new Inputs();
        var module = new Module
        {
            Id = Guid.CreateVersion7(),
            CourseId = courseId,
            Title = inputs.Text("title", changes.Title, "A title", max: 200),
            State = ModuleState.Accepted,
            Position = modules.Count,
            CreatedAt = clock.Now(),
        };
        if (modules.Count >= MaxModules) inputs.Add("title", $"A course may have at most {MaxModules} modules.");
        await ApplyAsync(module, changes, inputs, ct);
        if (inputs.Refusal is { } refusal) return refusal;
        db.Modules.Add(module);
        modules.Add(module);
        if (changes.Position is { } position) Move(modules, module, position);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return module;
    }

    public async Task<Outcome<Module>> ChangeAsync(Guid courseId, Guid moduleId, ModuleChanges changes, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var modules = await LockAsync(courseId, ct);
        var module = modules.Find(m => m.Id == moduleId) ?? await db.Modules.SingleOrDefaultAsync(m => m.Id == moduleId && m.CourseId == courseId, ct);
        if (module is null) return CourseRefusals.NoSuch(CourseThing.Module);
        var inputs = new Inputs();
        await ApplyAsync(module, changes, inputs, ct);
        if (inputs.Refusal is { } refusal) return refusal;
        if (!modules.Contains(module)) modules.Add(module);
        if (changes.Position is { } position) Move(modules, module, position);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return module;
    }

    /// <summary>Takes a module out of the outline. Learners keep it until the next publication.</summary>
    public async Task RemoveAsync(Guid courseId, Guid moduleId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var modules = await LockAsync(courseId, ct);
        if (modules.Find(m => m.Id == moduleId) is not { } module) return;
        module.State = ModuleState.Removed;
        modules.Remove(module);
        Number(modules);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    // Positions are of the whole list, so whoever changes one holds the course.
    private async Task<List<Module>> LockAsync(Guid courseId, CancellationToken ct)
    {
        await CourseRow.LockAsync(db, courseId, ct);
        return await db.Modules.Where(m => m.CourseId == courseId && m.State != ModuleState.Removed).OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
    }

    private async Task ApplyAsync(Module module, ModuleChanges changes, Inputs inputs, CancellationToken ct)
    {
        if (changes.Title is not null) module.Title = inputs.Text("title", changes.Title, "A title", max: 200);
        if (changes.Part is not null) module.Part = inputs.Text("part", changes.Part, "A part", max: 200, min: 0);
        if (changes.Position < 0) inputs.Add("position", "A position counts from 0.");
        if (StateOf(changes.State, inputs) is { } state) module.State = state;
        if (changes.ChunkIds is not { } chunks) return;
        if (chunks.Count > MaxChunks || chunks.Distinct().Count() != chunks.Count
            || await db.Chunks.CountAsync(c => c.CourseId == module.CourseId && chunks.Contains(c.Id), ct) != chunks.Count)
            inputs.Add("chunkIds", "Every passage must be one of this course's, and be named once.");
        module.ChunkIds = [.. chunks];
    }

    // Taking a module out renumbers the others, so that has a call of its own.
    private static ModuleState? StateOf(string? word, Inputs inputs)
    {
        if (word is null) return null;
        foreach (var settable in (ReadOnlySpan<ModuleState>)[ModuleState.Proposed, ModuleState.Accepted])
            if (string.Equals(Inputs.WordOf(settable), word.Trim(), StringComparison.OrdinalIgnoreCase)) return settable;
        inputs.Add("state", "State must be one of: proposed, accepted. To take the module out of the outline, delete it.");
        return null;
    }

    private static void Move(List<Module> modules, Module module, int position)
    {
        modules.Remove(module);
        modules.Insert(Math.Clamp(position, 0, modules.Count), module);
        Number(modules);
    }

    private static void Number(List<Module> modules)
    {
        for (var i = 0; i < modules.Count; i++) modules[i].Position = i;
    }
}
