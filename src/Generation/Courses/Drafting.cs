using System.Text.Json;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor;

/// <summary>How a draft becomes a row that people review.</summary>
internal static class Drafting
{
    /// <summary>A proposed reviewable with its first revision. Ids are functions of the content, so that drafting twice makes it once.</summary>
    /// <param name="writer">Null for the extractive writer.</param>
    public static Reviewable NewReviewable(
        Module module, ReviewableKind kind, Guid id, Guid? objectiveId, int position, object body, IReadOnlyList<CheckResult> checks, DateTimeOffset now, string? writer = null)
    {
        var revision = NewRevision(id, 1, body, checks, now, writer);
        return new Reviewable
        {
            Id = id,
            CourseId = module.CourseId,
            ModuleId = module.Id,
            Kind = kind,
            ObjectiveId = objectiveId,
            Position = position,
            RevisionId = revision.Id,
            CreatedAt = now,
            Revisions = [revision],
        };
    }

    public static Revision NewRevision(Guid reviewableId, int number, object body, IReadOnlyList<CheckResult> checks, DateTimeOffset now, string? writer = null)
    {
        var json = JsonSerializer.Serialize(body, JsonColumn.Options);
        return new Revision
        {
            Id = NamedGuid.Create(reviewableId, $"revision {number} {json}"),
            ReviewableId = reviewableId,
            Number = number,
            Body = json,
            Writer = writer ?? WriterName.Extractive,
            Checks = checks,
            CreatedAt = now,
        };
    }
}

/// <summary>Names of writers as they stand in keys and revisions; the number goes up with every change of what they write.</summary>
public static class WriterName
{
    public const string Extractive = "extractive/3";

    /// <summary>Answers questions in the material's own sentences.</summary>
    public const string ExtractiveTutor = "extractive-tutor/1";

    /// <summary>Makes the variants of a canonical lesson.</summary>
    public const string Personaliser = "personaliser/2";
}
