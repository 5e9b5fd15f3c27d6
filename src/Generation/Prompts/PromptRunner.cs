using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Tutor.Models;
using Tutor.Models.Accounting;

namespace Tutor.Prompts;

/// <summary>What a model answered.</summary>
/// <param name="Model">As the endpoint calls it.</param>
public sealed record ModelAnswer(string Text, string Model, long InputTokens, long OutputTokens);

/// <summary>Fills in a prompt and asks the model of its role. The one way from the writers and the tutor to a model.</summary>
public sealed class PromptRunner(PromptLibrary prompts, ModelRoles roles)
{
    public Prompt this[string name] => prompts[name];

    /// <summary>False where the extractive writer works alone.</summary>
    public bool Has(ModelRole role) => roles.Chat(role) is not null;

    /// <summary>The whole answer.</summary>
    /// <param name="courseId">Whose budget it comes out of.</param>
    /// <param name="artefactKey">What is being written; null for an answer in a chat.</param>
    /// <exception cref="ModelFailedException">No model of the role's chain answered.</exception>
    /// <exception cref="InvalidOperationException">The role has no model: ask <see cref="Has"/> first.</exception>
    public async Task<ModelAnswer> AskAsync(Prompt prompt, PromptValues values, Guid courseId, string? artefactKey, CancellationToken ct)
    {
        var response = await Client(prompt).GetResponseAsync(prompt.Render(values), Options(prompt, courseId, artefactKey), ct);
        return new ModelAnswer(response.Text, response.ModelId ?? "", response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);
    }

    /// <summary>The answer in pieces, as they come. Whoever stops reading stops the model.</summary>
    /// <exception cref="ModelFailedException">No model answered, or the one that did was cut off in the middle.</exception>
    public async IAsyncEnumerable<string> StreamAsync(Prompt prompt, PromptValues values, Guid courseId, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var update in Client(prompt).GetStreamingResponseAsync(prompt.Render(values), Options(prompt, courseId, null), ct))
            if (update.Text.Length > 0) yield return update.Text;
    }

    private IChatClient Client(Prompt prompt) => roles.Chat(prompt.Role) ?? throw new InvalidOperationException($"The role {prompt.Role} has no model.");

    private static ChatOptions Options(Prompt prompt, Guid courseId, string? artefactKey) =>
        new ModelCall(prompt.Name, prompt.Hash, courseId, artefactKey).AddTo(prompt.Options());
}
