using Microsoft.Extensions.AI;

namespace Tutor.Models.Accounting;

/// <summary>What a call is for. Travels with its <see cref="ChatOptions"/>, so that whoever holds the client is counted the same way.</summary>
/// <param name="Prompt">Name of the prompt; its hash says which wording.</param>
/// <param name="CourseId">Whose budget it comes out of; null for none.</param>
/// <param name="ArtefactKey">What is being written; null for an answer in a chat.</param>
public sealed record ModelCall(string Prompt, string PromptHash, Guid? CourseId, string? ArtefactKey)
{
    private const string Name = "tutor.call";

    public static ModelCall Unnamed { get; } = new("none", "", null, null);

    public ChatOptions AddTo(ChatOptions options)
    {
        (options.AdditionalProperties ??= [])[Name] = this;
        return options;
    }

    public static ModelCall Of(ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Name) as ModelCall ?? Unnamed;
}

/// <summary>What happened on the way of one call.</summary>
internal sealed class CallTrace
{
    private const string Name = "tutor.trace";

    /// <summary>Requests sent, the first and those that tried again.</summary>
    public int Attempts { get; private set; }

    public void Tried() => Attempts++;

    public ChatOptions AddTo(ChatOptions options)
    {
        (options.AdditionalProperties ??= [])[Name] = this;
        return options;
    }

    public EmbeddingGenerationOptions AddTo(EmbeddingGenerationOptions options)
    {
        (options.AdditionalProperties ??= [])[Name] = this;
        return options;
    }

    public static CallTrace? Of(EmbeddingGenerationOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Name) as CallTrace;

    public static CallTrace? Of(ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Name) as CallTrace;
}
