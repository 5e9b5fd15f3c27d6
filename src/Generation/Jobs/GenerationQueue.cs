using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Jobs;

/// <summary>Outlines, lessons and items that wait to be written.</summary>
public sealed class GenerationQueue(IDbContextFactory<TutorDb> contexts, WorkOptions options) : ClaimQueue<Generation>(contexts, options)
{
    public const string TableName = "generations";
    public const string Event = "generation";

    protected override string Table => TableName;
    protected override string EventKind => Event;
    protected override string FirstState => nameof(WorkState.Running);
    protected override string BusyStates => "'Running'";
    protected override Failure Lost { get; } = new(
        "writer-stopped", "Writing this stopped the writer twice.", "Start it again; if it fails again, tell whoever runs this server.");
}
