using System.Text.Json;

namespace Tutor.Review;

/// <summary>An objective as a person writes it; whatever is left out stays as it is.</summary>
public sealed record ObjectiveEdit(string? Text = null, string? Level = null, IReadOnlyList<CitationEdit>? Citations = null);

/// <summary>An item as a person writes it; whatever is left out stays as it is. Choices are given whole.</summary>
public sealed record ItemEdit(
    string? Stem = null, IReadOnlyList<ChoiceEdit>? Choices = null, string? Explanation = null, IReadOnlyList<CitationEdit>? Citations = null, string? Kind = null, string? Level = null);

/// <param name="Id">Of the choice this was; null for a new one.</param>
public sealed record ChoiceEdit(Guid? Id = null, string? Text = null, bool? IsKey = null, IReadOnlyList<CitationEdit>? Citations = null, string? Explanation = null);

/// <param name="Quote">Words of the passage, exactly as they stand there.</param>
public sealed record CitationEdit(Guid ChunkId, string? Quote = null);

/// <summary>A lesson as a person writes it; whatever is left out stays as it is. Sentences name citations by place in the list, from 0.</summary>
public sealed record LessonEdit(IReadOnlyList<LessonSection>? Sections = null, IReadOnlyList<CitationEdit>? Citations = null);

public static class Edits
{
    /// <summary>Reads the content of an edit.</summary>
    public static Outcome<T> Read<T>(JsonElement? content) where T : class
    {
        try
        {
            if (content is { ValueKind: JsonValueKind.Object } json && json.Deserialize<T>(Data.JsonColumn.Options) is { } edit) return edit;
        }
        catch (JsonException e)
        {
            return Unreadable($"The value at {e.Path} is missing, broken or of the wrong type.");
        }
        return Unreadable("An edit carries what it changes as an object in `content`.");
    }

    private static Refusal Unreadable(string why) => new(RefusalKind.Invalid, "unreadable-content", "The content of the edit cannot be read", why);
}
