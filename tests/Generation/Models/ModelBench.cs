using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Tutor.Models.Accounting;
using Tutor.Prompts;
using Tutor.Simulation;

namespace Tutor.Models;

/// <summary>A row of <c>model_calls</c>.</summary>
internal sealed record StoredCall(string Role, string Model, string Prompt, string Outcome, int Attempts, int InputTokens, int OutputTokens, bool Estimated);

/// <summary>The product's own models over real HTTP against a simulated endpoint, with a real database for their accounts.</summary>
internal sealed class ModelBench : IDisposable
{
    private readonly Stage _stage;

    private ModelBench(Stage stage, ModelSettings settings, TimeProvider clock)
    {
        _stage = stage;
        Rows = new ModelCallRows(Database, settings.TokensPerCourseAndDay);
        Roles = new ModelRoles(settings, Rows, clock);
        Runner = new PromptRunner(PromptLibrary.Load(), Roles);
    }

    public Simulator Simulator => _stage.Simulator;
    public ModelCallRows Rows { get; }
    public ModelRoles Roles { get; }
    public PromptRunner Runner { get; }
    public NpgsqlDataSource Database => _stage.Database.DataSource;
    public IChatClient Writer => Roles.Chat(ModelRole.Writer)!;

    /// <param name="settings">Name and value, over a writer, tutor and judge called <c>sim</c> with two quick retries and a breaker that stays closed.</param>
    public static Task<ModelBench> StartAsync(Stage stage, params (string Name, string Value)[] settings) => StartAsync(stage, TimeProvider.System, settings);

    public static async Task<ModelBench> StartAsync(Stage stage, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        await stage.ClearAsync();
        var address = stage.Simulator.Address + "/v1";
        var values = new Dictionary<string, string?>
        {
            ["TUTOR_LLM_ENDPOINT"] = address,
            ["TUTOR_LLM_MODEL"] = "sim",
            ["TUTOR_LLM_EMBEDDER_MODEL"] = "sim",
            ["Models:Endpoints:default:Retries"] = "2",
            ["Models:Endpoints:default:RetryPauseSeconds"] = "0.01",
            ["Models:Endpoints:default:BreakAfter"] = "100",
            ["Models:Endpoints:other:Address"] = address,
            ["Models:Endpoints:nowhere:Address"] = "http://127.0.0.1:1/v1",
            ["Models:Endpoints:nowhere:Retries"] = "0",
        };
        foreach (var (name, value) in settings) values[name] = value;
        var read = ModelSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return new ModelBench(stage, read, clock);
    }

    public Task<ChatResponse> AskAsync(CancellationToken ct, Guid? course = null) => Writer.GetResponseAsync(
        [new ChatMessage(ChatRole.System, "You are asked by a test."), new ChatMessage(ChatRole.User, "Say yes.")],
        new ModelCall("test", "0", course, "key").AddTo(new ChatOptions { MaxOutputTokens = 100 }), ct);

    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(CancellationToken ct) =>
        Writer.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Say yes.")], new ModelCall("test", "0", null, null).AddTo(new ChatOptions { MaxOutputTokens = 100 }), ct);

    public async Task<Guid> AddCourseAsync()
    {
        await using var db = _stage.Database.NewContext();
        var course = new Courses.Course { Id = Guid.CreateVersion7(), Title = "A course", CreatedAt = DateTimeOffset.UtcNow };
        db.Courses.Add(course);
        await db.SaveChangesAsync();
        return course.Id;
    }

    public async Task<IReadOnlyList<StoredCall>> CallsAsync()
    {
        await using var command = Database.CreateCommand("select role, endpoint || '/' || model, prompt, outcome, attempts, input_tokens, output_tokens, estimated from model_calls order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var calls = new List<StoredCall>();
        while (await reader.ReadAsync())
            calls.Add(new StoredCall(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetBoolean(7)));
        return calls;
    }

    public void Dispose() => Roles.Dispose();
}
