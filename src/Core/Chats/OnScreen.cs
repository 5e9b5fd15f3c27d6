namespace Tutor.Chats;

/// <summary>What a learner looks at while asking: a lesson, a question of a quiz, a page of a source.</summary>
/// <param name="ItemId">An item of a quiz of the learner's own.</param>
/// <param name="Page">Page or slide of the source, from 1.</param>
public sealed record OnScreen(Guid? ModuleId = null, Guid? ItemId = null, Guid? SourceId = null, int? Page = null)
{
    public bool IsNothing => this is { ModuleId: null, ItemId: null, SourceId: null };
}
