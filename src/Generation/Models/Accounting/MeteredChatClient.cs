using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Tutor.Models.Accounting;

/// <summary>Asks the course's budget before a call, and writes down what the call was, what it cost and how it ended.</summary>
internal sealed class MeteredChatClient(IChatClient inner, ModelCallRows rows, RoleSettings role, ModelName model) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var meter = await BeginAsync(asked, options, cancellationToken);
        try
        {
            var response = await base.GetResponseAsync(asked, meter.Options, cancellationToken);
            meter.Heard(response.Text, response.Usage);
            meter.Outcome = CallUsage.Answered;
            return response;
        }
        catch (ModelFailedException e)
        {
            meter.Outcome = e.Failure.Code;
            throw;
        }
        finally
        {
            await meter.EndAsync();
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var meter = await BeginAsync(asked, options, cancellationToken);
        try
        {
            await using var updates = base.GetStreamingResponseAsync(asked, meter.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await meter.WatchAsync(updates)) yield return updates.Current;
            meter.Outcome = CallUsage.Answered;
        }
        finally
        {
            await meter.EndAsync();
        }
    }

    private async Task<Meter> BeginAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken ct)
    {
        var input = CallUsage.Estimate(messages.Sum(m => m.Text.Length));
        var id = await rows.BeginAsync(ModelCall.Of(options), role.Role, model, input, options?.MaxOutputTokens ?? role.MaxTokens, ct);
        return new Meter(rows, id, input, options);
    }

    /// <summary>One call's running account. Whoever leaves before the end has stopped it.</summary>
    private sealed class Meter(ModelCallRows rows, Guid id, int estimatedInput, ChatOptions? options)
    {
        private readonly CallTrace _trace = new();
        private readonly long _begin = Stopwatch.GetTimestamp();
        private ChatOptions? _options;
        private TimeSpan? _firstToken;
        private UsageDetails? _usage;
        private int _characters;

        public string Outcome { get; set; } = CallUsage.Stopped;

        public ChatOptions Options => _options ??= _trace.AddTo(options?.Clone() ?? new ChatOptions());

        public async Task<bool> WatchAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
        {
            try
            {
                if (!await updates.MoveNextAsync()) return false;
            }
            catch (ModelFailedException e)
            {
                Outcome = e.Failure.Code;
                throw;
            }
            var update = updates.Current;
            if (update.Text.Length > 0) _firstToken ??= Stopwatch.GetElapsedTime(_begin);
            Heard(update.Text, update.Contents.OfType<UsageContent>().LastOrDefault()?.Details);
            return true;
        }

        public void Heard(string text, UsageDetails? usage)
        {
            _characters += text.Length;
            _usage = usage ?? _usage;
        }

        // A call nobody waits for any more has cost what it has cost: it is written down all the same.
        public Task EndAsync()
        {
            var nothingSaid = _usage is null && _characters == 0 && Outcome is not (CallUsage.Answered or CallUsage.Stopped);
            var input = nothingSaid ? 0 : (int)(_usage?.InputTokenCount ?? estimatedInput);
            var output = (int)(_usage?.OutputTokenCount ?? CallUsage.Estimate(_characters));
            return rows.EndAsync(id, new CallUsage(Outcome, _trace.Attempts, input, output, _usage is null, Stopwatch.GetElapsedTime(_begin), _firstToken), CancellationToken.None);
        }
    }
}
