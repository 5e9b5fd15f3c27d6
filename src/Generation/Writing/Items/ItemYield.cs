namespace Tutor.Writing;

/// <summary>What became of the facts of some sections: the items kept, and how many questions were dropped for which reason.</summary>
/// <param name="Facts">Facts found in the sections' text.</param>
/// <param name="Questions">Questions tried: a fact may give several or none.</param>
public sealed record ItemYield(IReadOnlyList<ItemDraft> Items, int Facts, int Questions, IReadOnlyDictionary<ItemLoss, int> Losses);

/// <summary>Why a question became no item.</summary>
public enum ItemLoss
{
    /// <summary>Fewer than two wrong answers of the same form and topic stand in the chapter.</summary>
    NoDistractors,

    /// <summary>A check refused every set of options: a wrong answer may be right, the key shows, the key is not proved.</summary>
    Refused,

    /// <summary>The stem only repeats the source's words.</summary>
    Copied,

    /// <summary>The fact or its distractors are not sure enough.</summary>
    Unsure,

    /// <summary>Another item asks for the same term or in the same words.</summary>
    Repeated,
}
