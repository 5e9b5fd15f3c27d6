using Tutor.Review;

namespace Tutor.Writing;

/// <summary>An objective of the module as it stands when the lesson is written: proposed, accepted, edited or added by a person.</summary>
public sealed record LessonObjective(Guid Id, ObjectiveBody Body);
