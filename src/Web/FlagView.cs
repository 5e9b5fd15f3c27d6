using Tutor.Review;

namespace Tutor.Web;

/// <summary>The place under a question where a learner says that it is wrong.</summary>
/// <param name="Action">The page's own address for it.</param>
/// <param name="Mine">The learner's newest doubt; null without one.</param>
public sealed record FlagView(string Action, Guid ItemId, Flag? Mine);
