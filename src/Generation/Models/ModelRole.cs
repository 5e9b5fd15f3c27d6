namespace Tutor.Models;

/// <summary>What a model is asked to do. Each role has its own models, limits and fallbacks.</summary>
public enum ModelRole
{
    /// <summary>Drafts objectives, lessons and items.</summary>
    Writer,

    /// <summary>Answers learners' questions.</summary>
    Tutor,

    /// <summary>Judges drafts of others.</summary>
    Judge,

    /// <summary>Turns text into vectors.</summary>
    Embedder,
}
