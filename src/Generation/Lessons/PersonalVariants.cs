using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tutor.Artefacts;
using Tutor.Data;
using Tutor.Models;
using Tutor.ModelWriting;
using Tutor.Personalising;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.Lessons;

/// <summary>
/// Published lessons told again by the model of the role writer, once for each profile. Nobody waits for an endpoint: what is not there in a moment is
/// written behind the reader's back, and until then the variant that plain code makes is read.
/// </summary>
public sealed class PersonalVariants(PromptRunner runner, ModelRoles roles, ArtefactStore artefacts, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<PersonalVariants> log)
{
    /// <summary>As long as a page may take.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>After a failure the same variant is left alone for so long.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Artefact?>>> _writing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _resting = new(StringComparer.Ordinal);

    /// <summary>Whether a profile's variant is a model's: the standard lesson in prose is told as it was reviewed.</summary>
    public bool Tells(Detail detail, LessonStyle style) => runner.Has(ModelRole.Writer) && (detail, style) != (Detail.Standard, LessonStyle.Prose);

    /// <summary>The stored variant, or null while there is none.</summary>
    public async Task<Artefact?> FindAsync(Guid courseId, Revision revision, Detail detail, LessonStyle style, CancellationToken ct)
    {
        var writer = roles.NameOf(ModelRole.Writer);
        var inputs = new { revision = revision.Id, detail, style, wording = runner[ModelVariant.PromptName].Hash, judge = runner.Has(ModelRole.Judge) ? roles.NameOf(ModelRole.Judge) + runner[GroundingJudge.PromptName].Hash : null };
        var key = ArtefactKey.Of("lesson-variant", writer, inputs).Hash;
        if (_resting.TryGetValue(key, out var until) && clock.GetUtcNow() < until) return null;
        var writing = _writing.GetOrAdd(key, _ => new Lazy<Task<Artefact?>>(() => WriteAsync(key, inputs, writer, courseId, revision, detail, style)));
        return await Task.WhenAny(writing.Value, Task.Delay(s_patience, clock, ct)) == writing.Value ? await writing.Value : null;
    }

    private async Task<Artefact?> WriteAsync(string key, object inputs, string writer, Guid courseId, Revision revision, Detail detail, LessonStyle style)
    {
        await Task.Yield();
        try
        {
            var artefact = await artefacts.GetOrWriteAsync("lesson-variant", inputs, writer, async token =>
            {
                var told = await new ModelVariant(runner).WriteAsync(courseId, key, RevisionBodies.Read<LessonBody>(revision.Body), detail, style, token);
                return new ArtefactContent(JsonSerializer.Serialize(LessonPage.Of(told.Variant), JsonColumn.Options), told.Checks, told.InputTokens, told.OutputTokens);
            }, lifetime.ApplicationStopping);
            _resting.TryRemove(key, out _);
            return artefact;
        }
        catch (Exception e) when (e is ModelFailedException or ArtefactFailedException)
        {
            log.LogWarning("No model told the lesson for a profile ({Outcome}); it is told in the reviewed words.", (e as ModelFailedException)?.Failure.Code ?? "failed");
            _resting[key] = clock.GetUtcNow() + s_rest;
            return null;
        }
        catch (OperationCanceledException)
        {
            return null; // The server stops.
        }
        finally
        {
            _writing.TryRemove(key, out _);
        }
    }
}
