using Microsoft.Extensions.AI;
using Tutor.Models.Accounting;

namespace Tutor.Models.Resilience;

/// <summary>An embedding model under its role's limits: slots, one timeout for the whole answer, retries, breaker.</summary>
internal sealed class ResilientEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, EndpointGate gate, RoleSettings role, TimeProvider clock)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        return await gate.Retry.ExecuteAsync(async ct => await OnceAsync(texts, options, ct), cancellationToken);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> OnceAsync(List<string> texts, EmbeddingGenerationOptions? options, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(role.Total, ct);
        using var whole = new CancellationTokenSource(role.Total, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, whole.Token);
        try
        {
            CallTrace.Of(options)?.Tried();
            var answer = await InnerGenerator.GenerateAsync(texts, options, stop.Token);
            pass.Succeeded();
            return answer;
        }
        catch (ModelFailedException e)
        {
            pass.Failed(e.Failure);
            throw;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            pass.Failed(ModelFailures.Overlong);
            throw new ModelFailedException(ModelFailures.Overlong);
        }
    }
}
