using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Tutor.Models;

/// <summary>
/// Reads <see cref="ModelSettings"/>: the variables TUTOR_LLM_… for one endpoint, the section <c>Models</c> for several. Keys come from the
/// environment or from a file that only its owner can read, never from the section.
/// </summary>
public sealed class ModelSettingsReader
{
    private const long TokensPerDay = 2_000_000;
    private static readonly string[] s_endpointKeys =
        ["Address", "KeyVariable", "KeyFile", "Concurrency", "ConnectSeconds", "JsonSchema", "Streaming", "OldTokenLimit", "Retries", "RetryPauseSeconds", "LongestRetryAfterSeconds", "BreakAfter", "RestSeconds"];
    private static readonly string[] s_roleKeys = ["Chain", "MaxTokens", "Temperature", "Concurrency", "FirstTokenSeconds", "IdleSeconds", "TotalSeconds"];

    private readonly IConfiguration _configuration;
    private readonly IConfigurationSection _section;
    private readonly Dictionary<string, EndpointSettings> _endpoints = new(StringComparer.Ordinal);

    private ModelSettingsReader(IConfiguration configuration) => (_configuration, _section) = (configuration, configuration.GetSection("Models"));

    /// <exception cref="SettingException">A value makes no sense.</exception>
    public static ModelSettings Read(IConfiguration configuration) => new ModelSettingsReader(configuration).Read();

    private ModelSettings Read()
    {
        SettingValues.OnlyKnown(_section, ["Endpoints", "Roles"]);
        foreach (var section in _section.GetSection("Endpoints").GetChildren()) Add(section.Key, section);
        if (Variable("TUTOR_LLM_ENDPOINT") is not null && !_endpoints.ContainsKey(DefaultEndpoint)) Add(DefaultEndpoint, _section.GetSection("Endpoints:" + DefaultEndpoint));
        SettingValues.OnlyKnown(_section.GetSection("Roles"), Enum.GetNames<ModelRole>());
        var roles = Enum.GetValues<ModelRole>().Select(Role).OfType<RoleSettings>().ToDictionary(r => r.Role);
        if (roles.Count == 0 && Variable("TUTOR_LLM_ENDPOINT") is not null) throw new SettingException("TUTOR_LLM_ENDPOINT is set, but TUTOR_LLM_MODEL does not say which model to use there.");
        var budget = SettingValues.Number(_configuration.GetSection("TUTOR_LLM_TOKENS_PER_DAY"), TokensPerDay, 0, long.MaxValue);
        return new ModelSettings(roles, budget == 0 ? null : budget);
    }

    /// <summary>The endpoint of the variables TUTOR_LLM_….</summary>
    private const string DefaultEndpoint = "default";

    private void Add(string name, IConfigurationSection s)
    {
        SettingValues.OnlyKnown(s, s_endpointKeys);
        var isDefault = name == DefaultEndpoint && Variable("TUTOR_LLM_ENDPOINT") is not null;
        var address = Address(name, isDefault ? Variable("TUTOR_LLM_ENDPOINT") : s["Address"]);
        TimeSpan Seconds(string key, double otherwise) => TimeSpan.FromSeconds(SettingValues.Decimal(s.GetSection(key), otherwise, 0.01, 3600));
        _endpoints[name] = new EndpointSettings(name, address, Key(isDefault, s), (int)SettingValues.Number(s.GetSection("Concurrency"), 8, 1, 1000), Seconds("ConnectSeconds", 5))
        {
            JsonSchema = SettingValues.YesNo(s.GetSection("JsonSchema"), true),
            Streaming = SettingValues.YesNo(s.GetSection("Streaming"), true),
            OldTokenLimit = SettingValues.YesNo(s.GetSection("OldTokenLimit"), false),
            Retries = (int)SettingValues.Number(s.GetSection("Retries"), 3, 0, 10),
            RetryPause = Seconds("RetryPauseSeconds", 0.5),
            LongestRetryAfter = Seconds("LongestRetryAfterSeconds", 30),
            BreakAfter = (int)SettingValues.Number(s.GetSection("BreakAfter"), 5, 1, 1000),
            Rest = Seconds("RestSeconds", 60),
        };
    }

    private static Uri Address(string name, string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new SettingException($"The endpoint {name} needs an http or https address, such as http://localhost:11434/v1.");
        if (address.UserInfo.Length > 0) throw new SettingException($"The address of the endpoint {name} holds a user name or password; give the key in TUTOR_LLM_KEY or a key file.");
        // The protocol lives under /v1 wherever nothing else is said.
        return address.AbsolutePath == "/" ? new Uri(address, "/v1") : address;
    }

    private ModelKey? Key(bool isDefault, IConfigurationSection s)
    {
        var variable = isDefault ? "TUTOR_LLM_KEY" : s["KeyVariable"];
        if (variable is { Length: > 0 } && (Variable(variable) ?? Environment.GetEnvironmentVariable(variable)) is { Length: > 0 } key) return new ModelKey(key);
        var file = (isDefault ? Variable("TUTOR_LLM_KEY_FILE") : null) ?? s["KeyFile"];
        if (file is { Length: > 0 }) return ModelKey.FromFile(file);
        return isDefault || variable is null or "" ? null : throw new SettingException($"{variable}, which should hold the key of the endpoint {s.Key}, is not set.");
    }

    private RoleSettings? Role(ModelRole role)
    {
        var s = _section.GetSection($"Roles:{role}");
        SettingValues.OnlyKnown(s, s_roleKeys);
        var chain = Chain(role, s["Chain"] ?? DefaultChain(role));
        if (chain.Count == 0) return null;
        var defaults = RoleSettings.Default(role, chain);
        TimeSpan Seconds(string key, TimeSpan otherwise) => TimeSpan.FromSeconds(SettingValues.Decimal(s.GetSection(key), otherwise.TotalSeconds, 0.01, 3600));
        return defaults with
        {
            MaxTokens = (int)SettingValues.Number(s.GetSection("MaxTokens"), defaults.MaxTokens, 1, 1_000_000),
            Temperature = s["Temperature"] is null or "" ? null : (float)SettingValues.Decimal(s.GetSection("Temperature"), 0, 0, 2),
            Concurrency = (int)SettingValues.Number(s.GetSection("Concurrency"), defaults.Concurrency, 1, 1000),
            FirstToken = Seconds("FirstTokenSeconds", defaults.FirstToken),
            Idle = Seconds("IdleSeconds", defaults.Idle),
            Total = Seconds("TotalSeconds", defaults.Total),
        };
    }

    /// <summary>A chat model gives no vectors: the embedder has a variable of its own.</summary>
    private string DefaultChain(ModelRole role)
    {
        var model = role == ModelRole.Embedder
            ? Variable("TUTOR_LLM_EMBEDDER_MODEL")
            : Variable($"TUTOR_LLM_{role.ToString().ToUpperInvariant()}_MODEL") ?? Variable("TUTOR_LLM_MODEL");
        if (model is null) return "";
        if (_endpoints.ContainsKey(DefaultEndpoint)) return $"{DefaultEndpoint}/{model}";
        throw new SettingException("A model is set (TUTOR_LLM_MODEL or one of a role's), but TUTOR_LLM_ENDPOINT does not say where it is.");
    }

    private List<ModelName> Chain(ModelRole role, string text)
    {
        var chain = new List<ModelName>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry == "none") break;
            if (entry.Split('/', 2) is not [var endpoint, { Length: > 0 } model] || !_endpoints.TryGetValue(endpoint, out var settings))
                throw new SettingException(string.Create(CultureInfo.InvariantCulture, $"“{entry}” in the chain of the role {role} is not ENDPOINT/MODEL with one of the configured endpoints ({string.Join(", ", _endpoints.Keys)})."));
            chain.Add(new ModelName(settings, model));
        }
        // Vectors of two models cannot be compared.
        return role == ModelRole.Embedder && chain.Count > 1 ? throw new SettingException("The chain of the role Embedder may hold only one model.") : chain;
    }

    private string? Variable(string name) => _configuration[name] is { Length: > 0 } value ? value : null;
}
