using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;

namespace Tutor.Web.Pages.Admin;

/// <summary>Who changed what, and when.</summary>
public sealed class AuditModel(TutorDb db, AuditReader audit) : TutorPage
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Course { get; set; }

    /// <summary>An e-mail address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Inclusive: a day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<(Guid Id, string Title)> Courses { get; private set; } = [];

    public string Query => string.Concat(new[]
    {
        ("kind", Kind), ("course", Course?.ToString()), ("person", Person), ("from", From?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("to", To?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
    }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"&{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));

    public async Task OnGetAsync(string? after)
    {
        Courses = [.. (await db.Courses.OrderBy(c => c.Title).ThenBy(c => c.Id).Select(c => new { c.Id, c.Title }).Take(500).ToListAsync(Aborted)).Select(c => (c.Id, c.Title))];
        var address = Person?.Trim().ToUpperInvariant();
        Guid? person = string.IsNullOrEmpty(address) ? null : await db.Users.Where(u => u.NormalizedEmail == address).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(Aborted) ?? Guid.Empty;
        if (person == Guid.Empty) ModelState.AddModelError("person", "Nobody has this e-mail address here.");
        var filter = new AuditFilter(string.IsNullOrEmpty(Kind) ? null : Kind, Course, person, Midnight(From), Midnight(To?.AddDays(1)));
        if ((await audit.ListAsync(filter, Caller, after, Aborted)).Succeeded(out var page, out _)) (Lines, Next) = (page.Items, page.Next);
    }

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } d ? new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
