using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Facts;
using Tutor.Review;
using Tutor.Writing;

namespace Tutor.Courses;

/// <summary>A module with what the writers need of it.</summary>
/// <param name="Objectives">Those that were not rejected, in order.</param>
public sealed record ModuleReading(Module Module, IReadOnlyList<LessonObjective> Objectives)
{
    /// <summary>Null when the module is gone.</summary>
    public static async Task<ModuleReading?> ReadAsync(TutorDb db, Guid moduleId, CancellationToken ct)
    {
        if (await db.Modules.AsNoTracking().SingleOrDefaultAsync(m => m.Id == moduleId, ct) is not { } module) return null;
        var rows = await db.Reviewables.AsNoTracking()
            .Where(r => r.ModuleId == moduleId && r.Kind == ReviewableKind.Objective && r.State != ReviewState.Rejected)
            .OrderBy(r => r.Position).ThenBy(r => r.Id)
            .Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => new { r.Id, v.Body }).ToListAsync(ct);
        return new ModuleReading(module, [.. rows.Select(r => new LessonObjective(r.Id, JsonSerializer.Deserialize<ObjectiveBody>(r.Body, JsonColumn.Options)!))]);
    }

    /// <summary>What goes into the key of whatever is written for the module.</summary>
    public object Inputs(CourseMaterial material) => new
    {
        material = material.Hash,
        title = Module.Title,
        chunks = Module.ChunkIds,
        objectives = Objectives.Select(o => new { o.Id, o.Body.Text }),
    };

    /// <summary>The module's sections as the fact table has them.</summary>
    public IReadOnlyList<Section> Sections(CourseMaterial material) => material.Facts.SectionsOf(Module.ChunkIds);

    /// <summary>The objectives tied to the facts their evidence holds, as the writers want them.</summary>
    public IReadOnlyList<ObjectiveDraft> Drafts(CourseMaterial material)
    {
        var sections = Sections(material);
        var facts = sections.SelectMany(material.Facts.FactsOf).ToList();
        return [.. Objectives.Select(o => Draft(o.Body, sections, facts))];
    }

    private static ObjectiveDraft Draft(ObjectiveBody body, IReadOnlyList<Section> sections, List<Fact> facts)
    {
        var own = facts.Where(f => body.Citations.Any(c => c.ChunkId == f.Evidence.Chunk.Id && c.Start < f.Evidence.End && c.Start + c.Quote.Length > f.Evidence.Start)).ToList();
        return new ObjectiveDraft(body, own.FirstOrDefault()?.Section ?? sections[0], own, own.Count);
    }
}
