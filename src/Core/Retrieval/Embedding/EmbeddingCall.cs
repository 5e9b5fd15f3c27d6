using Microsoft.Extensions.AI;

namespace Tutor.Retrieval.Embedding;

/// <summary>For which course something is embedded. Travels with the options of the call, so that a model somebody pays for can be accounted for.</summary>
public static class EmbeddingCall
{
    private const string Course = "tutor.course";

    /// <param name="other">What else the options say; not changed.</param>
    public static EmbeddingGenerationOptions For(Guid courseId, EmbeddingGenerationOptions? other = null)
    {
        var options = other?.Clone() ?? new EmbeddingGenerationOptions();
        (options.AdditionalProperties ??= [])[Course] = courseId;
        return options;
    }

    /// <summary>Null where nobody said.</summary>
    public static Guid? CourseOf(EmbeddingGenerationOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Course) as Guid?;
}
