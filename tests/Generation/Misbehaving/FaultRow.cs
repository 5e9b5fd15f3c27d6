namespace Tutor.Misbehaving;

/// <summary>What becomes of a course whose every request to the endpoint meets one fault. The table in docs/language-models.md holds these rows.</summary>
/// <param name="Mode">Of the simulator.</param>
/// <param name="Counted">Outcome of the calls in <c>model_calls</c>.</param>
/// <param name="Lesson">Who has written the lesson that learners read.</param>
/// <param name="Items">Who has written the items of their quiz.</param>
/// <param name="Stored">Stands beside the lesson's checks; empty for nothing of the model.</param>
public sealed record FaultRow(string Mode, string Counted, string Lesson, string Items, string Stored)
{
    private const string Model = "model", Extractive = "extractive", Refused = "model-draft-refused", By = "written-by-model";

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        new("ok", "answered", Model, Model, By),
        new("refuses", "model-connection-lost", Extractive, Extractive, ""),
        new("slow=30", "model-slow", Extractive, Extractive, ""),
        new("hangs", "model-stalled", Extractive, Extractive, ""),
        new("429", "model-rate-limited", Extractive, Extractive, ""),
        new("429=0", "model-rate-limited", Extractive, Extractive, ""),
        new("429-date=0", "model-rate-limited", Extractive, Extractive, ""),
        new("400", "model-request-refused", Extractive, Extractive, ""),
        new("401", "model-key-refused", Extractive, Extractive, ""),
        new("404", "model-not-found", Extractive, Extractive, ""),
        new("500", "model-server-error", Extractive, Extractive, ""),
        new("cut", "model-connection-lost", Extractive, Extractive, ""),
        new("no-end", "model-connection-lost", Extractive, Extractive, ""),
        new("no-protocol", "model-empty", Extractive, Extractive, ""),
        new("no-usage", "answered", Model, Model, By),
        new("declines", "model-declined", Extractive, Extractive, ""),
        new("empty", "model-empty", Extractive, Extractive, ""),
        new("big", "model-too-long", Extractive, Extractive, ""),
        new("not-json", "answered", Extractive, Extractive, Refused),
        new("fence", "answered", Model, Model, By),
        new("wrong-schema", "answered", Extractive, Extractive, Refused),
        new("invented", "answered", Extractive, Extractive, Refused),
        new("altered", "answered", Extractive, Extractive, Refused),
        new("two-keys", "answered", Model, Extractive, By),
        new("unproved", "answered", Model, Extractive, By),
        new("other-language", "answered", Extractive, Extractive, Refused),
        new("obeys", "answered", Extractive, Extractive, Refused),
    ];

    /// <summary>As it stands in the document.</summary>
    public string Line => $"| `{Mode}` | `{Counted}` | {Lesson} | {Items} | {(Stored.Length > 0 ? $"`{Stored}`" : "nothing of the model")} |";
}
