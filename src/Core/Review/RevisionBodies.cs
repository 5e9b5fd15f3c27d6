using System.Text.Json;
using Tutor.Data;

namespace Tutor.Review;

public static class RevisionBodies
{
    /// <summary>The content of a revision; its reviewable's kind says which type it is.</summary>
    public static T As<T>(this Revision revision) where T : class => Read<T>(revision.Body);

    public static T Read<T>(string body) where T : class =>
        JsonSerializer.Deserialize<T>(body, JsonColumn.Options) ?? throw new JsonException("A revision's body is null.");

    public static string Write(object body) => JsonSerializer.Serialize(body, JsonColumn.Options);
}
