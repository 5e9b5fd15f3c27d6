using System.Reflection;

namespace Tutor.Prompts;

/// <summary>The prompts of the folder <c>prompts/</c>, which are part of the program: read, checked and compiled at the start.</summary>
public sealed class PromptLibrary
{
    private readonly Dictionary<string, Prompt> _prompts;

    private PromptLibrary(IEnumerable<Prompt> prompts) => _prompts = prompts.ToDictionary(p => p.Name, StringComparer.Ordinal);

    public IEnumerable<Prompt> All => _prompts.Values.OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no such prompt.</exception>
    public Prompt this[string name] => _prompts.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no prompt {name}.", nameof(name));

    /// <exception cref="InvalidDataException">A file is not as it must be; the message says which and why.</exception>
    public static PromptLibrary Load()
    {
        const string folder = "prompts/";
        var assembly = Assembly.GetExecutingAssembly();
        return new PromptLibrary(assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var prompt = Parse(reader.ReadToEnd().ReplaceLineEndings("\n"), name);
            return folder + prompt.Name + ".yaml" == name ? prompt : throw new InvalidDataException($"The prompt in {name} is called {prompt.Name}.");
        }));
    }

    internal static Prompt Parse(string yaml, string file) => new(PromptFile.Read(yaml, file), yaml.TrimEnd().Split('\n')[^1] is var last && last.StartsWith(ScoredMark, StringComparison.Ordinal) ? last[ScoredMark.Length..].Trim() : "");

    private const string ScoredMark = "# Scored:";
}
