using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Tutor.Prompts;

/// <summary>A prompt as it stands in its file: Semantic Kernel's <c>PromptTemplateConfig</c> in YAML, as far as it is used here.</summary>
internal sealed class PromptFile
{
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public string TemplateFormat { get; set; } = "";
    public string Template { get; set; } = "";
    public List<PromptInput> InputVariables { get; set; } = [];
    public PromptOutput OutputVariable { get; set; } = new();

    /// <summary>By service, which here is the role in lower case.</summary>
    public Dictionary<string, PromptSettings> ExecutionSettings { get; set; } = [];

    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    public static PromptFile Read(string yaml, string file)
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<PromptFile>(yaml);
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"The prompt {file} cannot be read: {e.Message}", e);
        }
    }
}

internal sealed class PromptInput
{
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public bool IsRequired { get; set; } = true;
}

internal sealed class PromptOutput
{
    public string Description { get; set; } = "";
    public string JsonSchema { get; set; } = "";
}

internal sealed class PromptSettings
{
    public int MaxTokens { get; set; }
    public float Temperature { get; set; }
}
