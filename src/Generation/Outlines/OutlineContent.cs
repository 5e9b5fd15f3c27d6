using Tutor.Review;

namespace Tutor.Outlines;

/// <summary>An outline as stored: what the writer proposed, before anybody looked at it.</summary>
public sealed record OutlineContent(IReadOnlyList<ProposedModule> Modules);

public sealed record ProposedModule(string Title, string Part, IReadOnlyList<Guid> ChunkIds, IReadOnlyList<ProposedObjective> Objectives);

/// <param name="Writer">Null for the extractive writer.</param>
public sealed record ProposedObjective(ObjectiveBody Body, IReadOnlyList<CheckResult> Checks, string? Writer = null);
