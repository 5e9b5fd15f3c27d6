using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Microsoft.Extensions.AI;
using Tutor.Models;

namespace Tutor.Prompts;

/// <summary>A prompt, ready to be filled in.</summary>
public sealed partial class Prompt
{
    private const string Fence = "fence";

    private static readonly IHandlebars s_handlebars = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    private readonly PromptFile _file;
    private readonly HandlebarsTemplate<object, object> _template;
    private readonly PromptSettings _settings;

    /// <param name="scored">What the file says it scored.</param>
    internal Prompt(PromptFile file, string scored = "")
    {
        Scored = scored;
        _file = file;
        Check();
        (var role, _settings) = file.ExecutionSettings.Single();
        Role = Enum.Parse<ModelRole>(role, ignoreCase: true);
        Schema = JsonSerializer.Deserialize<JsonElement>(file.OutputVariable.JsonSchema);
        _template = s_handlebars.Compile(file.Template);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new { file.Name, file.Template, Schema, Role, _settings.MaxTokens, _settings.Temperature }))));
    }

    public string Name => _file.Name;

    /// <summary>What it asks for, in a sentence.</summary>
    public string Description => _file.Description.Trim();

    /// <summary>What it scored, as the last line of its file has it; empty where that says nothing.</summary>
    public string Scored { get; }

    /// <summary>Characters of the prompt without what is put into it, about.</summary>
    public int Characters => _file.Template.Length + _file.OutputVariable.JsonSchema.Length;

    /// <summary>Tokens an answer may have.</summary>
    public int MostTokens => _settings.MaxTokens;

    public ModelRole Role { get; }

    /// <summary>JSON schema of the answer, or of each of its lines.</summary>
    public JsonElement Schema { get; }

    /// <summary>Changes with every word that reaches the model, not with descriptions and notes. Part of the key of what is written with it.</summary>
    public string Hash { get; }

    /// <summary>True where the answer is one JSON object a line instead of one altogether.</summary>
    public bool Lines => Name == "chat_answer";

    /// <summary>The prompt's own limits; a role's may be lower.</summary>
    public ChatOptions Options() => new()
    {
        MaxOutputTokens = _settings.MaxTokens,
        Temperature = _settings.Temperature,
        ResponseFormat = Lines ? null : ChatResponseFormat.ForJsonSchema(Schema, Name),
    };

    /// <summary>The messages with the values in them.</summary>
    /// <exception cref="ArgumentException">A value is missing, or there is one the prompt has no place for.</exception>
    public IReadOnlyList<ChatMessage> Render(PromptValues values) => Render(values, PromptFence.New());

    internal IReadOnlyList<ChatMessage> Render(PromptValues values, PromptFence fence)
    {
        var declared = _file.InputVariables.Where(v => v.Name != Fence).ToList();
        if (declared.Find(v => v.IsRequired && !values.Names.Contains(v.Name)) is { } missing) throw new ArgumentException($"The prompt {Name} wants a value for {missing.Name}.", nameof(values));
        if (values.Names.Except(declared.Select(v => v.Name)).FirstOrDefault() is { } unknown) throw new ArgumentException($"The prompt {Name} has no place for {unknown}.", nameof(values));
        var filled = values.With(fence);
        filled[Fence] = fence.Marker;
        foreach (var left in declared.Where(v => !filled.ContainsKey(v.Name))) filled[left.Name] = "";
        return Messages(_template(filled));
    }

    // Values come out of the template escaped, so that none can open a message of its own; as in Semantic Kernel they are unescaped only inside their message.
    private List<ChatMessage> Messages(string rendered)
    {
        var messages = Message().Matches(rendered).Select(m => new ChatMessage(new ChatRole(m.Groups["role"].Value), WebUtility.HtmlDecode(m.Groups["text"].Value).Trim())).ToList();
        // Not every endpoint takes a schema apart from the prompt, and those that do hold the model to it without telling it.
        var form = Lines ? "Each line of your answer is a JSON object of this schema:" : "Your answer is one JSON object of this schema, and nothing else:";
        messages[0] = new ChatMessage(messages[0].Role, $"{messages[0].Text}\n\n{form}\n{JsonSerializer.Serialize(Schema)}");
        return messages;
    }

    private void Check()
    {
        void Need(bool fine, string what)
        {
            if (!fine) throw new InvalidDataException($"The prompt {Name}: {what}");
        }
        Need(_file.TemplateFormat == "handlebars", "template_format must be handlebars.");
        Need(_file.Description.Length > 0 && _file.InputVariables.All(v => v.Description.Length > 0), "the prompt and each of its variables need a description.");
        Need(_file.InputVariables.Any(v => v.Name == Fence), "it has no variable fence, with which it tells what is untrusted.");
        Need(_file.ExecutionSettings.Count == 1 && Enum.TryParse<ModelRole>(_file.ExecutionSettings.Keys.Single(), ignoreCase: true, out _), "execution_settings must name one role.");
        Need(_file.ExecutionSettings.Values.All(s => s.MaxTokens > 0), "max_tokens is missing.");
        Need(_file.OutputVariable.JsonSchema.Length > 0, "output_variable has no json_schema.");
        Need(!_file.Template.Contains("{{{", StringComparison.Ordinal) && !_file.Template.Contains("{{&", StringComparison.Ordinal), "a value that is not escaped could open a message of its own.");
        Need(Message().Matches(_file.Template) is [{ } first, ..] && first.Groups["role"].Value == "system", "its first message must be the system's.");
    }

    [GeneratedRegex("""<message role="(?<role>system|user|assistant)">(?<text>.*?)</message>""", RegexOptions.Singleline)]
    private static partial Regex Message();
}
