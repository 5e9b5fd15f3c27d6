using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tutor.Data;

namespace Tutor.Artefacts;

/// <summary>The name of an artefact: SHA-256 of everything that goes into it, as JSON with sorted keys and no white space.</summary>
/// <param name="Hash">Lower-case hexadecimal.</param>
/// <param name="Inputs">Canonical JSON of the inputs alone, for people who ask why.</param>
public sealed record ArtefactKey(string Hash, string Inputs)
{
    public static ArtefactKey Of(string kind, string writer, object inputs)
    {
        var node = Sorted(JsonSerializer.SerializeToNode(inputs, JsonColumn.Options));
        var whole = new JsonObject { ["inputs"] = node, ["kind"] = kind, ["writer"] = writer };
        return new ArtefactKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(whole)))), Write(node));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static string Write(JsonNode? node) => node?.ToJsonString(JsonColumn.Options) ?? "null";
}
