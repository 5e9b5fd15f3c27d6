using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Tutor.Models.OpenAi;

/// <summary>Between the types of Microsoft.Extensions.AI and those of the package: text alone, since no model here has tools.</summary>
internal static class ChatConversion
{
    public static IEnumerable<OpenAI.Chat.ChatMessage> Messages(IEnumerable<ChatMessage> messages) => messages.Select(OpenAI.Chat.ChatMessage (m) => m.Role.Value switch
    {
        "system" => new SystemChatMessage(m.Text),
        "assistant" => new AssistantChatMessage(m.Text),
        "user" => new UserChatMessage(m.Text),
        var other => throw new NotSupportedException($"Messages of the role {other} are not sent to models."),
    });

    public static ChatCompletionOptions Options(ChatOptions? options, EndpointSettings endpoint)
    {
        var converted = new ChatCompletionOptions { Temperature = options?.Temperature, TopP = options?.TopP };
        if (options?.MaxOutputTokens is { } limit) Limit(converted, limit, endpoint);
        foreach (var stop in options?.StopSequences ?? []) converted.StopSequences.Add(stop);
        if (endpoint.JsonSchema && options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema, SchemaName: var name })
            converted.ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(name ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true);
        return converted;
    }

    public static ChatResponseUpdate Update(StreamingChatCompletionUpdate update, string model)
    {
        var converted = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(p => p.Text)))
        {
            ResponseId = update.CompletionId,
            ModelId = update.Model ?? model,
            FinishReason = update.RefusalUpdate is { Length: > 0 } ? ChatFinishReason.ContentFilter : Reason(update.FinishReason),
        };
        if (update.Usage is { } usage) converted.Contents.Add(new UsageContent(Usage(usage)));
        return converted;
    }

    public static ChatResponse Response(ChatCompletion completion, string model) => new(new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(p => p.Text))))
    {
        ResponseId = completion.Id,
        ModelId = completion.Model ?? model,
        FinishReason = completion.Refusal is { Length: > 0 } ? ChatFinishReason.ContentFilter : Reason(completion.FinishReason),
        Usage = completion.Usage is { } usage ? Usage(usage) : null,
    };

    private static UsageDetails Usage(ChatTokenUsage usage) =>
        new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };

    private static ChatFinishReason? Reason(OpenAI.Chat.ChatFinishReason? reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Stop => ChatFinishReason.Stop,
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => null,
    };

    private static void Limit(ChatCompletionOptions options, int tokens, EndpointSettings endpoint)
    {
        if (!endpoint.OldTokenLimit) options.MaxOutputTokenCount = tokens;
#pragma warning disable SCME0001 // The package has no other way to write the older name, the only one some servers know.
        else options.Patch.Set("$.max_tokens"u8, tokens);
#pragma warning restore SCME0001
    }
}
