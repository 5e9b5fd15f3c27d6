using System.Diagnostics;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;

namespace Tutor.Models.Accounting;

/// <summary>Writes down every call of an embedding model, as <see cref="MeteredChatClient"/> does for chats. They come out of no budget: a course that could not be searched would be of no use.</summary>
internal sealed class MeteredEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, ModelCallRows rows, ModelName model) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <summary>What stands in the column of the prompt.</summary>
    public const string Passages = "passages", Question = "question";

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var (trace, begin, outcome) = (new CallTrace(), Stopwatch.GetTimestamp(), CallUsage.Stopped);
        GeneratedEmbeddings<Embedding<float>>? answer = null;
        try
        {
            answer = await base.GenerateAsync(texts, trace.AddTo(options?.Clone() ?? new EmbeddingGenerationOptions()), cancellationToken);
            outcome = CallUsage.Answered;
            return answer;
        }
        catch (ModelFailedException e)
        {
            outcome = e.Failure.Code;
            throw;
        }
        finally
        {
            var said = (int?)answer?.Usage?.InputTokenCount;
            var input = answer is null ? 0 : said ?? CallUsage.Estimate(texts.Sum(t => t.Length));
            var call = new ModelCall(QueryVector.IsWanted(options) ? Question : Passages, "", EmbeddingCall.CourseOf(options), null);
            await rows.RecordAsync(call, ModelRole.Embedder, model, new CallUsage(outcome, trace.Attempts, input, 0, said is null, Stopwatch.GetElapsedTime(begin), null), CancellationToken.None);
        }
    }
}
