using System.Text.Json;
using Tutor.Artefacts;
using Tutor.Checks;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Writing;

namespace Tutor.Outlines;

/// <summary>Modules by the outline writer, objectives by the objective writer, both from the same facts.</summary>
public static class OutlineProposal
{
    public static ArtefactContent Write(CourseMaterial material)
    {
        var writer = new ObjectiveWriter(material.Facts, material.SourceNames);
        var told = new HashSet<(string Part, string Text)>();
        var modules = OutlineWriter.Write(material.Chunks, material.SourceNames).Modules
            .Select(m => new ProposedModule(m.Title, m.Part, m.ChunkIds, Objectives(material, writer, m, told)))
            .ToList();
        return new ArtefactContent(JsonSerializer.Serialize(new OutlineContent(modules), JsonColumn.Options), []);
    }

    /// <summary>What fails a check is left out: nobody should have to reject what plain code can. Of what is too much for one sitting the heaviest stays.</summary>
    /// <param name="told">What the chapter's modules before this one have: a long section that was divided gives each the same headings.</param>
    private static List<ProposedObjective> Objectives(CourseMaterial material, ObjectiveWriter writer, ModuleDraft module, HashSet<(string Part, string Text)> told)
    {
        var found = Substance.Of(material.Facts, material.ChunksOf(module.ChunkIds));
        if (!found.IsEnglish || found.Sentences + found.Definitions < LeastSentences) return [];
        var kept = new List<(ProposedObjective Proposed, double Weight)>();
        var drafts = material.Facts.SectionsOf(module.ChunkIds).SelectMany(writer.Write)
            .Where(d => d.Body.Citations.All(c => module.ChunkIds.Contains(c.ChunkId)) && !told.Contains((module.Part, d.Body.Text)));
        foreach (var draft in drafts)
        {
            var checks = ObjectiveChecks.Check(draft.Body, kept.Select(k => k.Proposed.Body));
            if (checks.All(c => c.Passed)) kept.Add((new ProposedObjective(draft.Body, checks), draft.Weight));
        }
        if (kept.Count == 0) return FromTerms(material, module);
        var heaviest = kept.OrderByDescending(k => k.Weight).Take(MostFor(module.Words)).ToHashSet();
        told.UnionWith(heaviest.Select(k => (module.Part, k.Proposed.Body.Text)));
        return [.. kept.Where(heaviest.Contains).Select(k => k.Proposed)];
    }

    private static List<ProposedObjective> FromTerms(CourseMaterial material, ModuleDraft module)
    {
        var kept = new List<ProposedObjective>();
        foreach (var body in new UnheadedObjectives(material.Facts, material.SourceNames).Write(module.ChunkIds))
        {
            var checks = ObjectiveChecks.Check(body, kept.Select(k => k.Body));
            if (checks.All(c => c.Passed)) kept.Add(new ProposedObjective(body, checks));
        }
        return kept;
    }

    /// <summary>With fewer sentences there is nothing that a learner could be able to do afterwards.</summary>
    private const int LeastSentences = 3;

    /// <summary>An objective for every 150 words, but three for a short module and six for a long one: more leave each a single sentence of the lesson.</summary>
    private static int MostFor(int words) => Math.Clamp(words / 150, 3, 6);
}
