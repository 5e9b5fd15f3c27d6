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

    /// <summary>What became of a model's items, for whoever asks why a pool is as it is.</summary>
    internal static IReadOnlyList<CheckResult> OfItems(Written<IReadOnlyList<WrittenItem>> written) => written.Model.Length == 0 ? [] :
    [
        new CheckResult("written-by-model", true, string.Create(CultureInfo.InvariantCulture, $"{written.Model} wrote {written.Body?.Count ?? 0} of them, {written.Body?.Count(i => i.Repaired) ?? 0} at the second try.")),
        .. written.Faults.Take(MostFaults).Select(f => new CheckResult("left-out", true, f)),
    ];

    private const int MostFaults = 12;

    /// <summary>The writer of what an artefact holds.</summary>
    public static string WriterOf(Artefact artefact) => artefact.Checks.Any(c => c.Name == RefusedName) ? WriterName.Extractive : artefact.Writer;
}
