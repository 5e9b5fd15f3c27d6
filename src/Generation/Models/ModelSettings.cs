namespace Tutor.Models;

/// <summary>Which models there are and who uses them; see docs/models.md. Without any, everything is written extractively and no call is made.</summary>
/// <param name="TokensPerCourseAndDay">Tokens in and out; null for no limit. A day begins at midnight UTC.</param>
public sealed record ModelSettings(IReadOnlyDictionary<ModelRole, RoleSettings> Roles, long? TokensPerCourseAndDay)
{
    public static ModelSettings None { get; } = new(new Dictionary<ModelRole, RoleSettings>(), null);

    public bool Any => Roles.Count > 0;
}

/// <param name="Chain">Asked in this order until one answers; behind the last comes the extractive writer. Never empty.</param>
/// <param name="Temperature">Null leaves it to the prompt.</param>
/// <param name="Concurrency">Calls of this role at once in this process.</param>
/// <param name="FirstToken">How long the first word may take.</param>
/// <param name="Idle">How long a stream may pause.</param>
/// <param name="Total">How long one try may take altogether.</param>
public sealed record RoleSettings(
    ModelRole Role, IReadOnlyList<ModelName> Chain, int MaxTokens, float? Temperature, int Concurrency, TimeSpan FirstToken, TimeSpan Idle, TimeSpan Total)
{
    public static RoleSettings Default(ModelRole role, IReadOnlyList<ModelName> chain)
    {
        static TimeSpan Seconds(int n) => TimeSpan.FromSeconds(n);
        return role switch
        {
            ModelRole.Writer => new RoleSettings(role, chain, 4096, null, 4, Seconds(60), Seconds(30), Seconds(300)),
            ModelRole.Tutor => new RoleSettings(role, chain, 1024, null, 8, Seconds(20), Seconds(30), Seconds(120)),
            ModelRole.Judge => new RoleSettings(role, chain, 1024, null, 4, Seconds(60), Seconds(30), Seconds(120)),
            _ => new RoleSettings(role, chain, 0, null, 4, Seconds(60), Seconds(60), Seconds(60)),
        };
    }
}

/// <summary>A model at an endpoint, written <c>ENDPOINT/MODEL</c>.</summary>
public sealed record ModelName(EndpointSettings Endpoint, string Model)
{
    public override string ToString() => $"{Endpoint.Name}/{Model}";
}

/// <summary>An OpenAI-compatible server.</summary>
/// <param name="Name">What settings and tables call it.</param>
/// <param name="Address">Up to and including <c>/v1</c>.</param>
/// <param name="Concurrency">Calls at once from this process, of all roles together.</param>
public sealed record EndpointSettings(string Name, Uri Address, ModelKey? Key, int Concurrency, TimeSpan Connect)
{
    /// <summary>Whether <c>response_format</c> may carry a JSON schema; else the prompt alone asks for it.</summary>
    public bool JsonSchema { get; init; } = true;

    /// <summary>Whether answers are streamed also where the caller wants them whole: only so does a stalled answer show before its time is up.</summary>
    public bool Streaming { get; init; } = true;

    /// <summary>The older name of the limit, <c>max_tokens</c>, instead of <c>max_completion_tokens</c>.</summary>
    public bool OldTokenLimit { get; init; }

    /// <summary>Tries after the first, where a fault may pass.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Median of the first pause; each later one is twice as long, all are jittered.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait an endpoint can ask for; one that wants more is left to the next in the chain.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures in a row after which it is left alone.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>How long it is then left alone.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(60);
}
