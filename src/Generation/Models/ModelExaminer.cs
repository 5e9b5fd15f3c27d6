using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Tutor.Models.OpenAi;

namespace Tutor.Models;

/// <summary>What was found of one model of a role.</summary>
/// <param name="Well">False where the role cannot use it.</param>
public sealed record ModelFinding(ModelRole Role, string Model, bool Well, string Words);

/// <summary>Tries every configured model with a one-word answer, past breakers and accounts, and says in words what it found.</summary>
public sealed class ModelExaminer(ModelRoles roles)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public async IAsyncEnumerable<ModelFinding> ExamineAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var role in roles.Settings.Roles.Values.OrderBy(r => r.Role))
            foreach (var model in role.Chain)
                yield return await ExamineAsync(role, model, ct);
    }

    private async Task<ModelFinding> ExamineAsync(RoleSettings role, ModelName model, CancellationToken ct)
    {
        var connection = roles.Connection(model);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        try
        {
            var listed = await ListedAsync(connection, model.Model, patience.Token);
            var watch = Stopwatch.StartNew();
            var answer = role.Role == ModelRole.Embedder ? await EmbedAsync(connection, model.Model, patience.Token) : await AnswerAsync(connection, model.Model, patience.Token);
            return new ModelFinding(role.Role, model.ToString(), true, string.Create(CultureInfo.InvariantCulture, $"{answer} in {watch.ElapsedMilliseconds} ms; {listed}"));
        }
        catch (ModelFailedException e)
        {
            return new ModelFinding(role.Role, model.ToString(), false, $"{e.Failure.Message} Its address is {model.Endpoint.Address}.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ModelFinding(role.Role, model.ToString(), false, $"It gave no answer within {s_patience.TotalSeconds:0} seconds. Its address is {model.Endpoint.Address}.");
        }
    }

    // Some servers have no list, or list what a deployment is made of rather than its name: only the answer counts.
    private static async Task<string> ListedAsync(OpenAiEndpoint connection, string model, CancellationToken ct)
    {
        try
        {
            var models = await connection.ModelsAsync(ct);
            return models.Contains(model, StringComparer.Ordinal) ? "it is in the endpoint's list" : $"it is not among the {models.Count} models the endpoint lists";
        }
        catch (ModelFailedException e) when (!e.Failure.EndpointFault)
        {
            return "the endpoint gives no list of its models";
        }
    }

    private static async Task<string> AnswerAsync(OpenAiEndpoint connection, string model, CancellationToken ct)
    {
        using var client = connection.Chat(model);
        // Some models think before they speak, and fail where not even a word's worth of tokens is left.
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "Say yes.")], new ChatOptions { MaxOutputTokens = 16 }, ct);
        return response.Usage is null ? "answers (without saying what it took)" : "answers";
    }

    private static async Task<string> EmbedAsync(OpenAiEndpoint connection, string model, CancellationToken ct)
    {
        using var client = connection.Embeddings(model);
        var vectors = await client.GenerateAsync(["A sentence."], null, ct);
        if (vectors is not [{ Vector: { Length: > 0 } vector }]) throw new ModelFailedException(ModelFailures.Empty);
        return string.Create(CultureInfo.InvariantCulture, $"gives vectors of {vector.Length} dimensions");
    }
}
