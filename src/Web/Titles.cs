using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web;

internal static class Titles
{
    /// <summary>A module's title as published, else as it is now.</summary>
    public static async Task<string> OfModuleAsync(TutorDb db, Guid moduleId, Guid? publicationId, CancellationToken ct) =>
        await db.Set<PublishedModule>().Where(m => m.ModuleId == moduleId && m.PublicationId == publicationId).Select(m => m.Title).SingleOrDefaultAsync(ct)
        ?? await db.Modules.Where(m => m.Id == moduleId).Select(m => m.Title).SingleOrDefaultAsync(ct)
        ?? "";
}
