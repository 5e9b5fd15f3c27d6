using Tutor.Chats;
using Tutor.Models;
using Tutor.Retrieval.Embedding;
using Tutor.Work;

namespace Tutor;

/// <summary>What the environment says; see the table in README.md.</summary>
/// <param name="Home">Folder everything is written to.</param>
/// <param name="Database">Connection string of PostgreSQL.</param>
public sealed record TutorSettings(string Home, string Database, string Bind, int Port, string? DemoPassword, bool Demo, bool Web, bool Worker, EmbedderSettings Embedding, WorkOptions Work, ModelSettings Models, ChatSettings Chats)
{
    /// <exception cref="SettingException">A value makes no sense; the message says which and what would.</exception>
    public static TutorSettings From(IConfiguration configuration)
    {
        var roles = (configuration["TUTOR_ROLES"] ?? "web,worker").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (roles.Length == 0 || roles.Except(["web", "worker"]).Any()) throw new SettingException("TUTOR_ROLES must be web, worker, or web,worker.");
        var (embedding, models) = (ReadEmbedding(configuration, Path.GetFullPath(configuration["TUTOR_HOME"] ?? ".tutor")), ModelSettingsReader.Read(configuration));
        if (embedding.Kind == EmbedderSettings.Endpoint && !models.Roles.ContainsKey(ModelRole.Embedder))
            throw new SettingException("TUTOR_EMBEDDER is endpoint; TUTOR_LLM_ENDPOINT and TUTOR_LLM_EMBEDDER_MODEL must say which.");
        return new TutorSettings(
            Path.GetFullPath(configuration["TUTOR_HOME"] ?? ".tutor"),
            configuration["TUTOR_DATABASE"] ?? throw new SettingException("TUTOR_DATABASE is not set: start with ./tutor up, or give a PostgreSQL connection string."),
            configuration["TUTOR_BIND"] ?? "127.0.0.1",
            Number(configuration, "TUTOR_PORT", 8080, 0, 65535),
            configuration["TUTOR_DEMO_PASSWORD"],
            configuration["TUTOR_DEMO"] != "off",
            roles.Contains("web"),
            roles.Contains("worker"),
            embedding,
            WorkOptions.Default with { Lease = TimeSpan.FromSeconds(Number(configuration, "TUTOR_LEASE_SECONDS", 60, 1, 3600)) },
            models,
            new ChatSettings(
                Number(configuration, "TUTOR_CHAT_MESSAGES_PER_DAY", ChatSettings.UsualPerDay, 0, int.MaxValue) is > 0 and var perDay ? perDay : null,
                Number(configuration, "TUTOR_CHAT_MESSAGES_PER_MINUTE", ChatSettings.UsualPerMinute, 1, int.MaxValue)));
    }

    /// <summary>Also for commands that need no database.</summary>
    public static EmbedderSettings ReadEmbedding(IConfiguration configuration, string home)
    {
        var settings = new EmbedderSettings(home, configuration["TUTOR_EMBEDDER"] is { Length: > 0 } embedder ? embedder : EmbedderSettings.Lsa, configuration["TUTOR_ONNXRUNTIME"] is { Length: > 0 } file ? file : null);
        return settings.IsValid ? settings : throw new SettingException($"TUTOR_EMBEDDER is “{settings.Embedder}”; it must be lsa, onnx:NAME with a model of ./tutor models, or endpoint.");
    }

    private static int Number(IConfiguration configuration, string name, int otherwise, int least, int most) => configuration[name] switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, out var value) && value >= least && value <= most => value,
        _ => throw new SettingException($"{name} must be a number from {least} to {most}."),
    };
}
