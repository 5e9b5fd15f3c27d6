using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Work;

namespace Tutor.Review;

/// <summary>Why a module has few items or none, as the writer said when it last wrote them.</summary>
public sealed class ShortPools(TutorDb db)
{
    /// <summary>Null where there are enough, or nobody has written any yet.</summary>
    public async Task<Notice?> OfModuleAsync(Guid moduleId, CancellationToken ct)
    {
        var newest = await db.Generations.AsNoTracking()
            .Where(g => g.ModuleId == moduleId && g.Kind == GenerationKind.Items && (g.State == WorkState.Ready || g.State == WorkState.Failed))
            .OrderByDescending(g => g.CreatedAt).ThenByDescending(g => g.Id).FirstOrDefaultAsync(ct);
        return newest?.Notice ?? (newest?.Failure is { } failure ? new Notice(failure.Code, failure.Message, failure.Action) : null);
    }
}
