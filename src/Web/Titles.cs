using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web;

internal static class Titles
{
    private const string Dot = " ·";

    /// <summary>A title for the page: one of several topics ("Translation · Mutations") breaks between them first.</summary>
    public static IHtmlContent Shown(string title)
    {
        var pieces = title.Split(Dot + " ");
        var html = new HtmlContentBuilder();
        if (pieces.Length == 1) return html.Append(title);
        for (var i = 0; i < pieces.Length; i++)
        {
            var last = i == pieces.Length - 1;
            html.AppendHtml("<span class=\"piece\">").Append(last ? pieces[i] : pieces[i] + Dot).AppendHtml(last ? "</span>" : "</span> ");
        }
        return html;
    }

    /// <summary>A module's title as published, else as it is now.</summary>
    public static async Task<string> OfModuleAsync(TutorDb db, Guid moduleId, Guid? publicationId, CancellationToken ct) =>
        await db.Set<PublishedModule>().Where(m => m.ModuleId == moduleId && m.PublicationId == publicationId).Select(m => m.Title).SingleOrDefaultAsync(ct)
        ?? await db.Modules.Where(m => m.Id == moduleId).Select(m => m.Title).SingleOrDefaultAsync(ct)
        ?? "";
}
