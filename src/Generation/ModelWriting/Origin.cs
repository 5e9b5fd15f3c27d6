using System.Globalization;
using Tutor.Artefacts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>What stands beside a lesson's checks on who wrote it.</summary>
public static class Origin
{
    private const string RefusedName = "model-draft-refused";

    /// <summary>It is a model's, and what was left out of it.</summary>
    internal static CheckResult By<T>(Written<T> written)
        where T : class => new("written-by-model", true, string.Create(
            CultureInfo.InvariantCulture,
            $"{written.Model} wrote it{(written.Repaired ? ", at the second try" : "")}{(written.Faults.Count > 0 ? $"; {written.Faults.Count} of its statements were left out, since no quote carries them" : "")}."));

    /// <summary>It is the extractive writer's, since the model's was not good enough.</summary>
    internal static CheckResult Refused<T>(Written<T> written)
        where T : class => new(RefusedName, true, $"{written.Model} wrote one that failed the checks twice; this one is made of the material's own sentences. First fault: {(written.Faults.Count > 0 ? written.Faults[0] : "none told")}");

    /// <summary>The writer of what an artefact holds.</summary>
    public static string WriterOf(Artefact artefact) => artefact.Checks.Any(c => c.Name == RefusedName) ? WriterName.Extractive : artefact.Writer;
}
