using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Auditing;

/// <summary>Which entries to list; null is all.</summary>
/// <param name="PersonId">Who did it, or whom it was done to.</param>
/// <param name="To">Exclusive.</param>
public sealed record AuditFilter(string? Kind = null, Guid? CourseId = null, Guid? PersonId = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>An entry with the names of today; null for who or what is gone.</summary>
public sealed record AuditLine(AuditEntry Entry, string? Actor, string? Person, string? Course);

/// <summary>The audit trail, for admins.</summary>
public sealed class AuditReader(TutorDb db)
{
    public async Task<Outcome<Page<AuditLine>>> ListAsync(AuditFilter filter, Caller caller, string? cursor, CancellationToken ct)
    {
        if (!caller.IsAdmin) return PersonRefusals.AdminsOnly;
        var inputs = new Inputs();
        var kind = inputs.Word<AuditKind>("kind", filter.Kind, "Kind");
        if (inputs.Refusal is { } refusal) return refusal;
        var rows = db.AuditEntries.AsNoTracking();
        if (kind is not null) rows = rows.Where(a => a.Kind == kind);
        if (filter.CourseId is { } course) rows = rows.Where(a => a.CourseId == course);
        if (filter.PersonId is { } person) rows = rows.Where(a => a.ActorId == person || a.PersonId == person);
        if (filter.From is { } from) rows = rows.Where(a => a.CreatedAt >= from.ToUniversalTime());
        if (filter.To is { } to) rows = rows.Where(a => a.CreatedAt < to.ToUniversalTime());
        if (!(await rows.NewestPageAsync(cursor, ct)).Succeeded(out var page, out refusal)) return refusal;
        return new Page<AuditLine>(await NamedAsync(page.Items, ct), page.Next);
    }

    private async Task<IReadOnlyList<AuditLine>> NamedAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var people = entries.SelectMany(e => new[] { e.ActorId, e.PersonId }).OfType<Guid>().Distinct().ToList();
        var courses = entries.Select(e => e.CourseId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var titles = await db.Courses.Where(c => courses.Contains(c.Id)).Select(c => new { c.Id, c.Title }).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
        return [.. entries.Select(e => new AuditLine(e, Of(names, e.ActorId), Of(names, e.PersonId), Of(titles, e.CourseId)))];
    }

    private static string? Of(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
