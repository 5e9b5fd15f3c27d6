using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Jobs;

/// <summary>Sources that wait to be ingested.</summary>
public sealed class SourceQueue(IDbContextFactory<TutorDb> contexts, WorkOptions options) : ClaimQueue<Source>(contexts, options)
{
    public const string TableName = "sources";

    protected override string Table => TableName;
    protected override string EventKind => "source";
    protected override string FirstState => nameof(SourceState.Parsing);
    protected override string BusyStates => "'Parsing', 'Embedding'";
    protected override Failure Lost { get; } = new(
        "reader-stopped", "Reading this file stopped the reader twice.", "Open the file and save it again, or export it as PDF, and upload that.");
}
